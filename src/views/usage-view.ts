// What is left of today's assistant budget, and what happens at its end.

import type { UsageReport } from '../assistant/spending.ts';
import type { MessageBody } from './message.ts';
import { COLOURS } from './theme.ts';

const BAR_CELLS = 20;
const MS_A_SECOND = 1_000;

export function usageView(report: UsageReport): MessageBody {
  if (!report.hasModel || report.budgetTokens === 0) {
    const why = report.budgetTokens === 0 ? 'switched off' : 'not set up';
    return {
      embeds: [
        {
          color: COLOURS.neutral,
          title: 'The assistant',
          description: `The assistant is ${why} here, so nothing is counted. \`/ask\` and everything else answer from the knowledge base.`,
        },
      ],
    };
  }
  const left = Math.max(0, report.budgetTokens - report.usedTokens);
  const resets = Math.floor(report.resetsAtMs / MS_A_SECOND);
  const lines = [
    `${bar(left / report.budgetTokens)} **${percent(left, report.budgetTokens)} left**`,
    `${count(report.usedTokens)} of ${count(report.budgetTokens)} tokens used today. A token is about three characters, read or written; the part that is the same for everybody, such as the list of what is known, costs a tenth.`,
    `Your next budget comes <t:${resets}:R>, when your day turns.`,
    'When it is used up, `/ask` answers from the knowledge base alone and says so. All other commands cost nothing. Answers that failed are not charged.',
    ...(report.isCeilingReached
      ? [
          '**Today the bot as a whole has used up what it may spend**, so everybody gets the knowledge base until midnight UTC.',
        ]
      : []),
  ];
  return {
    embeds: [
      {
        color: left > 0 ? COLOURS.knowledge : COLOURS.neutral,
        title: 'Your assistant budget',
        description: lines.join('\n\n'),
      },
    ],
  };
}

function bar(share: number): string {
  const full = share <= 0 ? 0 : Math.max(1, Math.round(share * BAR_CELLS));
  return `\`${'█'.repeat(full)}${'░'.repeat(BAR_CELLS - full)}\``;
}

function percent(part: number, whole: number): string {
  return `${Math.floor((100 * part) / whole)} %`;
}

function count(tokens: number): string {
  return tokens.toLocaleString('en-GB');
}
