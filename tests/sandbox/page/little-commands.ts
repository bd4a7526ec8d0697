import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type {
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  APIEmbed,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

// What the little bot declares and shows: one of everything that the page knows.

const everywhere = { integration_types: [0, 1], contexts: [0, 1, 2] };
const { Boolean: boolean, Integer: integer, String: string } = ApplicationCommandOptionType;

export const littleCommands = [
  {
    ...everywhere,
    name: 'quote',
    name_localizations: { de: 'zitat' },
    description: 'Quote a passage',
    options: [
      { type: string, name: 'passage', description: 'Number or words', autocomplete: true },
      { type: string, name: 'comment', description: 'Your own words above it', max_length: 200 },
      { type: boolean, name: 'private', description: 'Only you see it' },
    ],
  },
  {
    ...everywhere,
    name: 'cite',
    description: 'Cite the article in a style',
    options: [
      {
        type: string,
        name: 'style',
        description: 'The citation style',
        required: true,
        choices: ['APA', 'MLA', 'Chicago'].map((name) => ({ name, value: name.toLowerCase() })),
      },
      { type: integer, name: 'paragraph', description: 'Which one', min_value: 1, max_value: 10 },
    ],
  },
  { ...everywhere, name: 'show', description: 'Everything a message can hold' },
  { ...everywhere, name: 'silent', description: 'Never answers' },
  { ...everywhere, name: 'ask', description: 'Opens a form' },
  { ...everywhere, name: 'Find a passage', type: ApplicationCommandType.Message },
];

export const passages = ['one small step', 'two birds', 'three wishes', 'thirty days'] as const;

export const deleteRow: APIActionRowComponent<APIComponentInMessageActionRow> = {
  type: ComponentType.ActionRow,
  components: [
    {
      type: ComponentType.Button,
      style: ButtonStyle.Danger,
      custom_id: 'delete',
      label: 'Delete',
    },
  ],
};

const embed: APIEmbed = {
  color: 0x58_65_f2,
  author: { name: 'Cai Cuihong' },
  title: 'China and the US should use cyberspace',
  url: 'https://example.org/article',
  description: 'The US and China must get rid of **geopolitical games**.\n> Word for word.',
  fields: [
    { name: 'First', value: 'Governance', inline: true },
    { name: 'Second', value: 'Technology', inline: true },
    { name: 'Third', value: 'Freedom', inline: true },
    { name: 'And then', value: 'A [link](https://example.org), `code` and ||a spoiler||' },
  ],
  footer: { text: 'China Daily' },
  timestamp: '2022-03-03T09:00:00.000Z',
};

const text = [
  '# Heading',
  'Some **bold**, *italic*, __underlined__, ~~struck~~ and `code` text, a ||hidden|| word,',
  '<t:1646298000:D> and https://example.org.',
  '> A quoted line',
  '- one',
  '- two',
  '  - nested',
  '-# A subtext',
].join('\n');

const buttons = [
  [ButtonStyle.Primary, 'share', 'Post here'],
  [ButtonStyle.Secondary, 'edit', 'Edit'],
  [ButtonStyle.Success, 'hang', 'Hang'],
] as const;

const rows: APIActionRowComponent<APIComponentInMessageActionRow>[] = [
  {
    type: ComponentType.ActionRow,
    components: [
      ...buttons.map(([style, id, label]) => {
        return { type: ComponentType.Button as const, style, custom_id: id, label };
      }),
      {
        type: ComponentType.Button,
        style: ButtonStyle.Danger,
        custom_id: 'off',
        label: 'Off',
        disabled: true,
      },
      {
        type: ComponentType.Button,
        style: ButtonStyle.Link,
        url: 'https://example.org',
        label: 'Source',
      },
    ],
  },
  {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: 'choose',
        placeholder: 'Read a passage',
        options: passages.map((label, index) => ({
          label,
          value: String(index),
          description: `Passage ${index}`,
        })),
      },
    ],
  },
];

export const everything = { content: text, embeds: [embed], components: rows };

export const form: APIModalInteractionResponseCallbackData = {
  custom_id: 'form',
  title: 'What did you read?',
  components: [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.TextInput,
          custom_id: 'words',
          label: 'Your words',
          style: TextInputStyle.Paragraph,
          min_length: 3,
        },
      ],
    },
  ],
};
