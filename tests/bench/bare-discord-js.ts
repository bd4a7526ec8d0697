/* The least that a bot on discord.js can be: one constant embed, all settings as they come. */
import { Client } from 'discord.js';

const { DISCORD_TOKEN: token = '', DISCORD_API_BASE: api = '' } = process.env;

const embeds = [{ title: 'A title', description: 'A constant answer of a few words.' }];
const client = new Client({ intents: [], rest: { api } });
client.on('interactionCreate', (interaction) => {
  if (interaction.isChatInputCommand()) void interaction.reply({ embeds });
});
await client.login(token);
