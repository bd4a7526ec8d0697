import { ApplicationCommandType } from 'discord-api-types/payloads/v10';
import type { APIApplicationCommand, APIMessage } from 'discord-api-types/payloads/v10';
import { avatar } from '../controls/avatar.ts';
import { commandsIn, toLocalName } from '../session/commands.ts';
import { isEphemeral } from './message-flags.ts';
import type { MenuItem } from '../controls/menu-entries.ts';
import { toBotFace } from '../session/people.ts';
import type { SessionState } from '../session/session-state.ts';

export interface MessageMenuActions {
  readonly use: (command: APIApplicationCommand) => void;
  readonly copy: (text: string, what: string) => void;
  readonly dismiss: () => void;
}

/** A message's context menu: the application's message commands, and what Discord offers besides. */
export function toMessageMenu(
  message: APIMessage,
  state: SessionState,
  { use, copy, dismiss }: MessageMenuActions,
): MenuItem[] {
  const apps = commandsIn(state, ApplicationCommandType.Message).map((command) => ({
    label: toLocalName(command, state.locale),
    picture: avatar(toBotFace(state), 18),
    run: () => use(command),
  }));
  const server = state.place.guildId ?? '@me';
  const link = `https://discord.com/channels/${server}/${state.place.id}/${message.id}`;
  const copies: MenuItem[] = [
    { label: 'Copy Text', icon: 'copy', run: () => copy(message.content, 'Text') },
    { label: 'Copy Message Link', icon: 'link', run: () => copy(link, 'Message link') },
    { label: 'Copy Message ID', icon: 'id', run: () => copy(message.id, 'Message ID') },
  ];
  if (isEphemeral(message)) {
    return [...copies, { label: 'Dismiss Message', icon: 'trash', isDanger: true, run: dismiss }];
  }
  return apps.length === 0 ? copies : [{ label: 'Apps', items: apps }, ...copies];
}
