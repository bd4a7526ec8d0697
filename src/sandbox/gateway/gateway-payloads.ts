import { memberPermissions, toBotUser, type Application } from '../identities.ts';
import { guild, people, places } from '../scene.ts';
import type { Session } from './gateway-sessions.ts';

/** `d` of READY. */
export function toReady(application: Application, session: Session, url: string): object {
  return {
    v: 10,
    user: { ...toBotUser(application), verified: true, mfa_enabled: false, email: null },
    guilds: [{ id: guild.id, unavailable: true }],
    session_id: session.id,
    resume_gateway_url: url,
    session_type: 'normal',
    shard: session.shard,
    application: { id: application.id, flags: 0 },
    private_channels: [],
    relationships: [],
    presences: [],
    geo_ordered_rtc_regions: [],
    _trace: [],
  };
}

/** `d` of GUILD_CREATE: the one guild, for a client that asked for guilds. */
export function toGuildCreate(): object {
  const channels = places.filter(({ guildId }) => guildId === guild.id);
  return {
    id: guild.id,
    name: guild.name,
    preferred_locale: guild.locale,
    owner_id: people[0].id,
    icon: null,
    splash: null,
    features: [],
    emojis: [],
    stickers: [],
    roles: [
      {
        id: guild.id,
        name: '@everyone',
        permissions: memberPermissions,
        color: 0,
        position: 0,
        hoist: false,
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    channels: channels.map(({ id, name }) => ({
      id,
      name,
      type: 0,
      position: 0,
      permission_overwrites: [],
      nsfw: false,
      parent_id: null,
      flags: 0,
    })),
    threads: [],
    members: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    member_count: people.length,
    joined_at: '2023-09-07T18:20:11.512000+00:00',
    large: false,
    unavailable: false,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    system_channel_flags: 0,
    afk_timeout: 300,
  };
}
