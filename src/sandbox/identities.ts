import { PermissionFlagsBits, type APIGuildMember, type APIUser } from 'discord-api-types/v10';
import type { Person } from './protocol.ts';
import { people } from './scene.ts';

export interface Application {
  readonly id: string;
  readonly name: string;
}

/** No bit set: a plain number, since Discord's flag types have no name for it. */
export const noFlags: number = 0;

/** What a member without special roles may do, and what an app without roles may. */
export const memberPermissions = String(
  PermissionFlagsBits.ViewChannel |
    PermissionFlagsBits.SendMessages |
    PermissionFlagsBits.SendMessagesInThreads |
    PermissionFlagsBits.ReadMessageHistory |
    PermissionFlagsBits.EmbedLinks |
    PermissionFlagsBits.AttachFiles |
    PermissionFlagsBits.AddReactions |
    PermissionFlagsBits.UseExternalEmojis |
    PermissionFlagsBits.UseApplicationCommands |
    PermissionFlagsBits.UseExternalApps |
    PermissionFlagsBits.ChangeNickname,
);

const joined = '2023-09-07T18:20:11.512000+00:00';

/** A person as Discord's user object. */
export function toUser(person: Person): APIUser {
  return {
    id: person.id,
    username: person.username,
    discriminator: '0',
    global_name: person.displayName,
    avatar: null,
    public_flags: noFlags,
    flags: noFlags,
    primary_guild: null,
  };
}

/** The application's own user, whose id is the application's. */
export function toBotUser(application: Application): APIUser {
  return {
    id: application.id,
    username: application.name,
    discriminator: '0000',
    global_name: null,
    avatar: null,
    bot: true,
    public_flags: noFlags,
    flags: noFlags,
    primary_guild: null,
  };
}

/** Discord's application object, as far as the sandbox knows one. */
export function toApplicationObject(application: Application): object {
  return {
    id: application.id,
    name: application.name,
    icon: null,
    description: '',
    summary: '',
    type: null,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: noFlags,
    flags_new: '0',
    integration_types_config: { 0: {}, 1: {} },
    bot: toBotUser(application),
    owner: toUser(people[0]),
    team: null,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    approximate_guild_count: 1,
    approximate_user_install_count: people.length,
    approximate_user_authorization_count: people.length,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
  };
}

type MemberWithPermissions = APIGuildMember & {
  readonly user: APIUser;
  readonly permissions: string;
};

/** A person as the guild member that Discord puts into an interaction. */
export function toMember(person: Person): MemberWithPermissions {
  return {
    user: toUser(person),
    nick: null,
    avatar: null,
    banner: null,
    roles: [],
    joined_at: joined,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: noFlags,
    permissions: memberPermissions,
  };
}
