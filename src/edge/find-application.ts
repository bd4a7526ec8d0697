import { REST, Routes } from 'discord.js';
import * as z from 'zod';
import type { Log } from './log.ts';
import { toErrorFields } from './log.ts';
import type { Application } from './register.ts';
import { toRestOptions } from './rest-options.ts';

const schema = z.object({ id: z.string() });

/** Whose token this is; undefined, and a line in the log, where Discord does not say. */
export async function findApplication(
  token: string,
  apiBase: string | undefined,
  log: Log,
): Promise<Application | undefined> {
  const rest = new REST(toRestOptions(apiBase)).setToken(token);
  try {
    const { id } = schema.parse(await rest.get(Routes.currentApplication()));
    return { rest, applicationId: id };
  } catch (error) {
    log.error('Discord does not say whose DISCORD_TOKEN this is; no commands are registered', {
      error: toErrorFields(error),
    });
    return undefined;
  }
}
