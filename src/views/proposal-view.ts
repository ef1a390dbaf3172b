// A change that the assistant proposes: what would happen, the two buttons, and what became of it.

import { type APIEmbedField, ButtonStyle } from 'discord-api-types/v10';
import type { Proposal } from '../assistant/answer.ts';
import type { DecisionOutcome } from '../assistant/decide-proposal.ts';
import type { ProposedChange } from '../assistant/proposed-change.ts';
import { ASK_DECIDE } from './ask-custom-ids.ts';
import { encodeCustomId } from './custom-id.ts';
import type { MessageBody } from './message.ts';
import { daysText } from './reminder-words.ts';
import { type Button, button } from './study-controls.ts';
import { escapeMarkdown, truncate } from './text.ts';

type Status = Extract<ProposedChange, { kind: 'topic-status' }>['status'];

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  todo: 'back on the list',
  learning: 'started',
  done: 'done',
  skipped: 'skipped',
};

export function proposalField(proposal: Proposal): APIEmbedField {
  return {
    name: 'Proposed',
    value: `${changeText(proposal.change, proposal.topicTitle)}. It happens when you press **Accept**, and not before.`,
  };
}

export function proposalButtons(proposalId: string, ownerId: string): readonly Button[] {
  const id = (decision: 'accepted' | 'declined'): string =>
    encodeCustomId(ASK_DECIDE, ownerId, { proposal: proposalId, decision });
  return [button('Accept', id('accepted'), ButtonStyle.Success), button('Decline', id('declined'))];
}

/** The private word after a decision. */
export function decisionView(outcome: DecisionOutcome, topicTitle: string | undefined): MessageBody {
  switch (outcome.kind) {
    case 'decided':
      return {
        content:
          outcome.decision === 'accepted' ? `Accepted. ${doneText(outcome.change, topicTitle)}.` : 'Left as it was.',
      };
    case 'decided-before':
      return {
        content:
          outcome.decision === 'accepted'
            ? 'You accepted that one already; it was carried out once.'
            : 'You declined that one already; nothing was changed. Ask me again if you want it after all.',
      };
    case 'gone':
      return { content: 'That proposal is no longer stored. Nothing was changed; ask me again if you still want it.' };
  }
}

/** What would happen, without a full stop. */
function changeText(change: ProposedChange, topicTitle: string | undefined): string {
  switch (change.kind) {
    case 'daily-reminder':
      return `A reminder at **${change.time}** ${daysText(change.days)}`;
    case 'pause-reminder':
      return `Pause your reminder for **${dayCount(change.days)}**`;
    case 'topic-status':
      return `Mark **${titleOf(change.topicId, topicTitle)}** as ${STATUS_WORDS[change.status]}`;
  }
}

/** What has happened, without a full stop. */
function doneText(change: ProposedChange, topicTitle: string | undefined): string {
  switch (change.kind) {
    case 'daily-reminder':
      return `You get a reminder at **${change.time}** ${daysText(change.days)}`;
    case 'pause-reminder':
      return `Your reminder pauses for **${dayCount(change.days)}**`;
    case 'topic-status':
      return `**${titleOf(change.topicId, topicTitle)}** is ${STATUS_WORDS[change.status]}`;
  }
}

function titleOf(topicId: string, title: string | undefined): string {
  return escapeMarkdown(truncate(title ?? topicId, 100));
}

function dayCount(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
