// The sandbox's own controls at the right: the clock, the faults, and who is here.

import { html, nothing, type TemplateResult } from 'lit';
import type { Fault } from '../../protocol.ts';
import { avatarUrl } from '../look/avatar.ts';
import { icon } from '../look/icons.ts';
import type { PageActions } from '../page-actions.ts';
import type { PageState } from '../state/page-state.ts';
import { nameOf } from '../state/selectors.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export function toolsView(state: PageState, actions: PageActions): TemplateResult | typeof nothing {
  if (!state.isToolsOpen) return nothing;
  return html`<aside class="tools" aria-label="Sandbox tools" data-testid="tools">
    <header class="tools-head">
      <h2>Sandbox</h2>
      <button type="button" class="icon-button tools-close" aria-label="Close the tools" @click=${actions.toggleTools}>${icon('close', 18)}</button>
    </header>
    ${clockView(state, actions)} ${faultsView(state, actions)} ${membersView(state)}
  </aside>`;
}

function clockView(state: PageState, actions: PageActions): TemplateResult {
  const ahead = state.clock?.offsetMs ?? 0;
  const advance = (ms: number) => () => actions.setClock({ kind: 'advance', ms });
  return html`<section class="tool" aria-label="Clock">
    <h3>${icon('clock', 16)} Clock</h3>
    <clock-face class="clock-time" data-testid="clock-time"></clock-face>
    <p class="tool-note" data-testid="clock-offset">${ahead === 0 ? 'Real time' : `${describeOffset(ahead)} of real time`}</p>
    <div class="tool-buttons">
      <button type="button" class="button small secondary" data-testid="clock-now" @click=${() => actions.setClock({ kind: 'real' })}>Now</button>
      <button type="button" class="button small secondary" data-testid="clock-plus-hour" @click=${advance(HOUR_MS)}>+1 hour</button>
      <button type="button" class="button small secondary" data-testid="clock-plus-day" @click=${advance(DAY_MS)}>+1 day</button>
      ${
        state.clock?.knowsNextReminder === true
          ? html`<button type="button" class="button small primary" data-testid="clock-next-reminder" @click=${() => actions.setClock({ kind: 'next-reminder' })}>To the next reminder</button>`
          : nothing
      }
    </div>
  </section>`;
}

function describeOffset(ms: number): string {
  const direction = ms > 0 ? 'ahead' : 'behind';
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts = [
    days > 0 ? `${days} d` : '',
    hours > 0 ? `${hours} h` : '',
    minutes % 60 > 0 ? `${minutes % 60} min` : '',
  ];
  return `${parts.filter((part) => part !== '').join(' ') || 'Less than a minute'} ${direction}`;
}

interface Switch {
  readonly label: string;
  readonly testId: string;
  readonly isOn: boolean;
  readonly run: () => void;
}

function faultsView(state: PageState, actions: PageActions): TemplateResult {
  const { faults } = state;
  if (faults === undefined) return html``;
  const inject = (fault: Fault) => () => actions.injectFault(fault);
  const isStorm = faults.rateLimitStormUntilMs > Date.now();
  const isRefusing = faults.refuseSocketsUntilMs > Date.now();
  const once: readonly (readonly [string, string, Fault, boolean])[] = [
    ['Cut the socket', 'fault-cut', { kind: 'cut-sockets' }, false],
    ['Lose the session', 'fault-lose-sessions', { kind: 'lose-sessions' }, false],
    ['Ask to reconnect', 'fault-reconnect', { kind: 'reconnect' }, false],
    ['Refuse for 10 s', 'fault-refuse', { kind: 'refuse-sockets', seconds: 10 }, isRefusing],
    ['429 for 5 s', 'fault-storm', { kind: 'rate-limit-storm', seconds: 5 }, isStorm],
  ];
  return html`<section class="tool" aria-label="Faults">
    <h3>${icon('tools', 16)} Faults</h3>
    <div class="tool-buttons">
      ${once.map(([label, testId, fault, isOn]) => html`<button type="button" class=${isOn ? 'button small danger' : 'button small secondary'} data-testid=${testId} @click=${inject(fault)}>${label}</button>`)}
    </div>
    ${switchesOf(state, actions).map(switchView)}
    <button type="button" class="button small secondary wide" data-testid="fault-clear" @click=${inject({ kind: 'clear' })}>All well again</button>
  </section>`;
}

function switchesOf(state: PageState, actions: PageActions): readonly Switch[] {
  const { faults } = state;
  if (faults === undefined) return [];
  const errors = faults.serverErrorProbability;
  return [
    {
      label: errors > 0 ? `${Math.round(errors * 100)} % server errors` : '20 % server errors',
      testId: 'fault-server-errors',
      isOn: errors > 0,
      run: () => actions.injectFault({ kind: 'server-errors', probability: errors > 0 ? 0 : 0.2 }),
    },
    {
      label: faults.slowRestMs > 0 ? `Answers ${faults.slowRestMs / 1000} s late` : 'Answers 2 s late',
      testId: 'fault-slow',
      isOn: faults.slowRestMs > 0,
      run: () => actions.injectFault({ kind: 'slow-rest', ms: faults.slowRestMs > 0 ? 0 : 2000 }),
    },
    {
      label: 'Rate limits',
      testId: 'fault-rate-limits',
      isOn: faults.areRateLimitsOn,
      run: () => actions.injectFault({ kind: 'rate-limits', on: !faults.areRateLimitsOn }),
    },
    {
      label: `${state.me === undefined ? 'I' : nameOf(state.me)} takes no DMs`,
      testId: 'fault-dms-closed',
      isOn: state.areDmsClosed,
      run: () => actions.setDmsClosed(!state.areDmsClosed),
    },
  ];
}

function switchView(one: Switch): TemplateResult {
  return html`<button type="button" class="switch" role="switch" aria-checked=${one.isOn ? 'true' : 'false'} data-testid=${one.testId} @click=${one.run}>
    <span>${one.label}</span><i aria-hidden="true"></i>
  </button>`;
}

function membersView(state: PageState): TemplateResult {
  return html`<section class="tool" aria-label="Members">
    <h3>Apps — ${state.bots.length}</h3>
    ${state.bots.map((bot) => memberView(nameOf(bot.user), bot.isOnline, bot.isOnline ? 'online' : 'offline'))}
    <h3>People — ${state.people.length}</h3>
    ${state.people.map((person) => memberView(nameOf(person), true, person.id === state.me?.id ? 'you' : ''))}
  </section>`;
}

function memberView(name: string, isOnline: boolean, word: string): TemplateResult {
  return html`<div class=${isOnline ? 'member' : 'member is-offline'}>
    <span class=${isOnline ? 'face is-online' : 'face'}><img src=${avatarUrl(name)} alt="" width="32" height="32" /></span>
    <span class="member-name">${name}</span><small>${word}</small>
  </div>`;
}
