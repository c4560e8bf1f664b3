// The sixty claims of the day: which family, what the registry says, what each visit finds, who comes twice.

export type Visit =
  | 'withoutMeans'
  | 'withMeans'
  | 'notConclusive'
  | 'nobodyHome'
  | 'incomplete'
  | 'declined'
  | 'moved';

export interface Claim {
  readonly family: number;
  readonly registry: 'listed' | 'notListed' | 'notCheckable';
  /** What the counter makes of the file. */
  readonly counter: 'accept' | 'return' | 'refer';
  readonly registration: 'register' | 'return' | 'already-holds-card';
  /** In order, one for each time that somebody goes there. */
  readonly visits: readonly Visit[];
  /** What the division head decides when asked. */
  readonly head: 'agrees' | 'spares';
  readonly withdraws?: 'when-returned' | 'with-a-card' | 'before-the-visit';
  /** So many days ago it was taken on paper. */
  readonly onPaper?: number;
  /** `later`: comes when the family has its card. `twin`: both are issued at the same moment. */
  readonly double?: 'later' | 'twin';
}

type Kind = Omit<Claim, 'family'>;

const usual: Kind = {
  registry: 'notListed',
  counter: 'accept',
  registration: 'register',
  visits: ['withoutMeans'],
  head: 'agrees',
};
const listed: Kind = { ...usual, registry: 'listed' };

const kinds: readonly (readonly [count: number, kind: Kind])[] = [
  [13, listed],
  [3, { ...listed, visits: ['nobodyHome', 'withoutMeans'] }],
  [1, { ...listed, onPaper: 8 }],
  [4, { ...listed, visits: ['withMeans'] }],
  [1, { ...listed, visits: ['withMeans'], head: 'spares' }],
  [1, { ...listed, visits: ['notConclusive'], head: 'spares' }],
  [1, { ...listed, visits: ['moved'] }],
  [1, { ...listed, withdraws: 'with-a-card' }],
  [8, usual],
  [2, { ...usual, visits: ['nobodyHome', 'incomplete', 'withoutMeans'] }],
  [1, { ...usual, onPaper: 12 }],
  [1, { ...usual, onPaper: 1 }],
  [4, { ...usual, visits: ['withMeans'] }],
  [2, { ...usual, visits: ['declined'] }],
  [2, { ...usual, visits: ['moved'] }],
  [1, { ...usual, visits: ['nobodyHome', 'nobodyHome', 'nobodyHome'] }],
  [1, { ...usual, visits: ['notConclusive', 'notConclusive'] }],
  [1, { ...usual, visits: ['moved', 'withoutMeans'] }],
  [1, { ...usual, registry: 'notCheckable' }],
  [1, { ...usual, withdraws: 'before-the-visit' }],
  [1, { ...usual, counter: 'refer' }],
  [1, { ...usual, counter: 'return' }],
  [1, { ...usual, counter: 'return', withdraws: 'when-returned' }],
  [1, { ...usual, registration: 'return' }],
];

const singles = kinds
  .flatMap(([count, kind]) => Array.from({ length: count }, () => kind))
  .map((kind, at): Claim => ({ ...kind, family: at + 1 }));

const TWINS = singles.length + 1;
const doubles: readonly Claim[] = [
  { ...listed, family: TWINS, double: 'twin' },
  { ...listed, family: TWINS, double: 'twin' },
  { ...listed, family: 1, double: 'later' },
  { ...listed, family: 2, double: 'later' },
  { ...usual, family: 3, double: 'later' },
  { ...listed, family: 4, registration: 'already-holds-card', double: 'later' },
];

/** Seven is prime to their number: the kinds come mixed, the same way every day; who comes twice comes last. */
export const claims: readonly Claim[] = [
  ...singles.map((_, at) => singles[(at * 7) % singles.length]).filter((claim) => claim !== undefined),
  ...doubles,
];
