// A small discord.js bot that answers in every way a bot can, for the tests of the sandbox's page; it knows nothing of Studypod.

import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  AttachmentBuilder,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  EmbedBuilder,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  type RESTPostAPIApplicationCommandsJSONBody,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';

const TOPICS = ['Kubernetes', 'Kubeflow', 'Spark', 'MLflow', 'Data lakes'] as const;

const TEXT = ApplicationCommandOptionType.String;

const COMMANDS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    name: 'echo',
    description: 'Says it again, with buttons',
    options: [{ type: TEXT, name: 'words', description: 'What to say', required: true }],
  },
  {
    name: 'topic',
    description: 'Finds a topic',
    options: [{ type: TEXT, name: 'name', description: 'Which one', required: true, autocomplete: true }],
  },
  {
    name: 'deck',
    description: 'Chooses a deck of cards',
    options: [
      {
        type: TEXT,
        name: 'deck',
        description: 'Which cards',
        required: true,
        choices: [
          { name: 'kubectl', value: 'k' },
          { name: 'cloud', value: 'c' },
        ],
      },
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'count',
        description: 'How many',
        min_value: 1,
        max_value: 20,
      },
    ],
  },
  { name: 'form', description: 'Asks with a form' },
  { name: 'pick', description: 'Offers a menu' },
  { name: 'secret', description: 'Says something only to you' },
  { name: 'stream', description: 'Writes its answer bit by bit' },
  { name: 'late', description: 'Never answers' },
  { name: 'picture', description: 'Shows a picture and sends a file' },
  { type: ApplicationCommandType.Message, name: 'Explain this' },
];

export interface ExampleBot {
  readonly client: Client;
  /** Lets the next part of `/stream` be written. */
  nextPart(): void;
  stop(): Promise<void>;
}

/** Connects to the sandbox and registers the commands. */
export async function startExampleBot(apiUrl: string): Promise<ExampleBot> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    rest: { api: apiUrl, version: '10' },
  });
  const parts = createParts();
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction, parts));
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login('example-bot');
  await ready;
  await client.application?.commands.set(COMMANDS);
  return { client, nextPart: parts.next, stop: () => client.destroy() };
}

interface Parts {
  wait(): Promise<void>;
  next(): void;
}

/** A gate that tests open once for each part of the streamed answer. */
function createParts(): Parts {
  let open = Promise.withResolvers<void>();
  return {
    wait: () => open.promise,
    next() {
      const before = open;
      open = Promise.withResolvers<void>();
      before.resolve();
    },
  };
}

async function answer(interaction: Interaction, parts: Parts): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase();
    const fitting = TOPICS.filter((topic) => topic.toLowerCase().startsWith(typed));
    await interaction.respond(fitting.map((topic) => ({ name: topic, value: `id:${topic}` })));
  } else if (interaction.isMessageContextMenuCommand()) {
    const content = `You asked about: ${interaction.targetMessage.content}`;
    await interaction.reply({ content, flags: MessageFlags.Ephemeral });
  } else if (interaction.isChatInputCommand()) await answerCommand(interaction, parts);
  else if (interaction.isButton()) await answerButton(interaction);
  else if (interaction.isStringSelectMenu()) {
    await interaction.update({ content: `Picked ${interaction.values.join(' and ')}`, components: [] });
  } else if (interaction.isModalSubmit()) {
    await interaction.reply(`The form says: ${interaction.fields.getTextInputValue('answer')}`);
  }
}

async function answerCommand(interaction: ChatInputCommandInteraction, parts: Parts): Promise<void> {
  switch (interaction.commandName) {
    case 'echo':
      await interaction.reply(echo(interaction.options.getString('words', true), interaction.user.id));
      return;
    case 'topic':
      await interaction.reply(`Topic ${interaction.options.getString('name', true)}`);
      return;
    case 'deck': {
      const count = interaction.options.getInteger('count') ?? 5;
      await interaction.reply(`Deck ${interaction.options.getString('deck', true)}, ${count} cards`);
      return;
    }
    case 'form':
      await interaction.showModal(form());
      return;
    case 'pick':
      await interaction.reply({ content: 'Choose', components: [menu()] });
      return;
    case 'secret':
      await interaction.reply({ content: 'Between you and me', flags: MessageFlags.Ephemeral });
      return;
    case 'stream':
      await stream(interaction, parts);
      return;
    case 'picture':
      await interaction.reply(pictures());
      return;
    default:
    // `/late`: no answer at all.
  }
}

function echo(words: string, ownerId: string) {
  const embed = new EmbedBuilder()
    .setTitle('You said')
    .setDescription(words)
    .setColor(0x5865f2)
    .addFields(
      { name: 'Letters', value: String(words.length), inline: true },
      { name: 'Words', value: String(words.split(' ').length), inline: true },
    )
    .setFooter({ text: 'example bot' });
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId(`mine:${ownerId}`).setLabel('Mine').setStyle(ButtonStyle.Primary),
    new ButtonBuilder().setCustomId('silent').setLabel('Silent').setStyle(ButtonStyle.Danger),
    new ButtonBuilder().setCustomId('off').setLabel('Off').setStyle(ButtonStyle.Secondary).setDisabled(true),
  );
  return { embeds: [embed], components: [row] };
}

async function answerButton(interaction: ButtonInteraction): Promise<void> {
  const [kind, ownerId] = interaction.customId.split(':');
  if (kind !== 'mine') return;
  if (ownerId === interaction.user.id)
    await interaction.update({ content: `Pressed by ${interaction.user.username}`, components: [] });
  else await interaction.reply({ content: 'This button is not yours.', flags: MessageFlags.Ephemeral });
}

function form(): ModalBuilder {
  const field = new TextInputBuilder()
    .setCustomId('answer')
    .setLabel('Your command')
    .setStyle(TextInputStyle.Short)
    .setPlaceholder('kubectl …')
    .setMinLength(3);
  return new ModalBuilder()
    .setCustomId('form')
    .setTitle('Type the command')
    .addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(field));
}

function menu(): ActionRowBuilder<StringSelectMenuBuilder> {
  const select = new StringSelectMenuBuilder()
    .setCustomId('menu')
    .setPlaceholder('Which tool?')
    .addOptions(
      { label: 'Helm', value: 'helm', description: 'Packages' },
      { label: 'Kustomize', value: 'kustomize', description: 'Overlays' },
    );
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select);
}

async function stream(interaction: ChatInputCommandInteraction, parts: Parts): Promise<void> {
  await interaction.deferReply();
  for (const content of ['A Service', 'A Service gives Pods', 'A Service gives Pods **one address**.']) {
    await parts.wait();
    await interaction.editReply(content);
  }
}

function pictures() {
  // One red pixel, the smallest PNG.
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  );
  return {
    embeds: [new EmbedBuilder().setTitle('A picture').setImage('attachment://chart.png')],
    files: [
      new AttachmentBuilder(png, { name: 'chart.png', description: 'A chart' }),
      new AttachmentBuilder(Buffer.from('BEGIN:VCALENDAR'), { name: 'plan.ics' }),
    ],
  };
}
