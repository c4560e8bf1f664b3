// Plays a story for the command: what it names wrongly, what the engine refuses, and how far it came.
import { createHash } from 'node:crypto';
import { play } from '@layan/domain/case/play';
import type { Played } from '@layan/domain/case/stage';
import type { TenantCalendar } from '@layan/domain/deadline/calendar';
import type { InstantText } from '@layan/domain/kernel/ids';
import { indexOf } from '@layan/domain/process/process-index';
import type { Story } from '@layan/domain/process/story';
import { refusalInWords } from '@layan/domain/standard/checks/refusals';
import { ContentHash } from '@layan/domain/standard/content-hash';
import type { Standard } from '@layan/domain/standard/standard';
import { turnInWords } from './turn-in-words.ts';
import { unknownName } from './unknown-names.ts';

export interface Refused {
  readonly turn: number;
  readonly what: string;
  readonly code: string;
  readonly message: string;
}

export interface ToldPlay {
  /** The case as far as the story came; undefined when it was not even filed. */
  readonly played?: Played;
  readonly refused?: Refused;
}

const hash = (text: string): ContentHash =>
  ContentHash.parse(createHash('sha256').update(text).digest('hex'));

const whatOf = (standard: Standard, { channel, turns }: Story, number: number): string => {
  const index = indexOf(standard.process);
  const turn = turns[number - 1];
  return turn ? turnInWords(index, turn) : `Masuk lewat ${index.channels.get(channel)?.label ?? channel}`;
};

export const playTold = (
  standard: Standard,
  story: Story,
  scene: { readonly calendar: TenantCalendar; readonly from: InstantText; readonly makeUp?: boolean },
): ToldPlay => {
  const slip = unknownName(standard, story);
  const what = (turn: number) => whatOf(standard, story, turn);
  if (slip) return { refused: { ...slip, what: what(slip.turn), code: 'unknown-name' } };
  const whole = play(standard, story, { ...scene, hash });
  if (whole.ok) return { played: whole.value };
  const { turn, rejection } = whole.error;
  const message = refusalInWords(standard.process, rejection);
  const refused = { turn, what: what(turn), code: rejection.code, message };
  if (turn === 0) return { refused };
  const before = play(standard, { ...story, turns: story.turns.slice(0, turn - 1) }, { ...scene, hash });
  return before.ok ? { played: before.value, refused } : { refused };
};
