import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/edge/config.ts';

const faultOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

describe('the configuration', () => {
  it('needs nothing: without a token the bot runs in its sandbox', () => {
    expect(readConfig({})).toEqual({ logLevel: 'info', sandboxPort: 3210 });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ DISCORD_TOKEN: '', LOG_LEVEL: ' ' })).toEqual(readConfig({}));
  });

  it.each([
    ['https://discord.com/api', 'https://discord.com/api'],
    ['https://discord.com/api/v10/', 'https://discord.com/api'],
    ['http://127.0.0.1:8080/api', 'http://127.0.0.1:8080/api'],
    ['http://localhost:8080/api/', 'http://localhost:8080/api'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('takes %s as the API’s base', (given, apiBase) => {
    expect(readConfig({ DISCORD_TOKEN: 't', DISCORD_API_BASE: given }).apiBase).toBe(apiBase);
  });

  it.each([
    'http://discord.com/api',
    'http://127.0.0.1.evil.example/api',
    'ftp://127.0.0.1',
    'http://localhost.evil.example',
    'nonsense',
  ])('does not send a token to %s', (base) => {
    expect(faultOf({ DISCORD_TOKEN: 't', DISCORD_API_BASE: base })).toContain(
      'DISCORD_API_BASE must begin with https://',
    );
  });

  it('forgives "Bot " in front of the token', () => {
    expect(readConfig({ DISCORD_TOKEN: 'Bot abc' }).token).toBe('abc');
  });

  it('lists every fault at once, and what to do', () => {
    const fault = faultOf({
      DISCORD_TOKEN: 'two words',
      DISCORD_GUILD_ID: 'my server',
      LOG_LEVEL: 'loud',
      SANDBOX_PORT: '70000',
    });
    expect(fault.split('\n')).toEqual([
      'cannot start:',
      '  DISCORD_TOKEN has white space in it; copy it again from the Bot page of the Developer Portal',
      '  DISCORD_GUILD_ID is the number that "Copy Server ID" gives, for example 81384788765712384',
      '  LOG_LEVEL is one of debug, info, warn, error, silent',
      '  SANDBOX_PORT is a port from 0 to 65535',
    ]);
  });

  it('never repeats a token', () => {
    expect(faultOf({ DISCORD_TOKEN: 'se cret' })).not.toContain('cret');
  });

  it.each([
    ['0-3/16', { ids: [0, 1, 2, 3], count: 16 }],
    ['15/16', { ids: [15], count: 16 }],
    ['0-0/1', { ids: [0], count: 1 }],
    ['auto', undefined],
  ])('takes %s for the shards of this process', (given, shards) => {
    expect(readConfig({ DISCORD_TOKEN: 't', SHARDS: given }).shards).toEqual(shards);
  });

  it.each([
    '16/16',
    '3-1/16',
    '0-16/16',
    '0',
    '-1/2',
    '0/0',
    '0-3',
    '1e3/2000',
    'all',
    '0-99999999/9',
  ])('does not take %s for shards', (given) => {
    expect(faultOf({ DISCORD_TOKEN: 't', SHARDS: given })).toContain('SHARDS is auto, or');
  });

  const KEY = 'AB'.repeat(32);

  it('takes the public key for the wish to be spoken to over HTTP', () => {
    expect(readConfig({ DISCORD_PUBLIC_KEY: KEY }).endpoint).toEqual({
      publicKey: KEY,
      host: '127.0.0.1',
      port: 8080,
    });
    const set = { DISCORD_PUBLIC_KEY: KEY, HOST: '0.0.0.0', PORT: '80' };
    expect(readConfig(set).endpoint).toMatchObject({ host: '0.0.0.0', port: 80 });
  });

  it('lets others set HOST and PORT without that wish', () => {
    expect(readConfig({ HOST: '0.0.0.0', PORT: '80' })).toEqual(readConfig({}));
  });

  it('tells nobody how it is but who is on this machine, unless it is told to', () => {
    expect(readConfig({}).health).toBeUndefined();
    expect(readConfig({ HEALTH_PORT: '0' }).health).toEqual({ host: '127.0.0.1', port: 0 });
    const open = { HEALTH_PORT: '8081', HEALTH_HOST: '0.0.0.0' };
    expect(readConfig(open).health).toEqual({ host: '0.0.0.0', port: 8081 });
  });

  it('says that shards and HTTP exclude each other', () => {
    expect(faultOf({ DISCORD_PUBLIC_KEY: KEY, SHARDS: '0/2' })).toContain('exclude each other');
    expect(faultOf({ DISCORD_PUBLIC_KEY: KEY, SHARDS: 'auto' })).toBe('');
  });

  it.each(['', 'x'])('does not take a public key with %j at its end', (end) => {
    const short = { DISCORD_PUBLIC_KEY: `${KEY.slice(1)}${end}` };
    expect(faultOf(short)).toContain('has 64 hexadecimal digits');
  });

  it('says when a setting has no effect without a token', () => {
    expect(faultOf({ DISCORD_GUILD_ID: '81384788765712384' })).toContain(
      'DISCORD_TOKEN is missing',
    );
  });
});
