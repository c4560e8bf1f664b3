// The shapes of what commands answer with `--json`. They are stable: fields are added, none changes its meaning.
import * as z from 'zod/mini';

const Instant = z.iso.datetime().check(z.describe('Instant in UTC.'));
const Local = z.string().check(z.describe('The same in the zone of the tenant, as people read it.'));

const At = z.strictObject({ at: Instant, local: Local });

export const ToldFinding = z.strictObject({
  code: z.string().check(z.describe('Stable code: layan check --codes. "format": not as the format asks.')),
  severity: z
    .enum(['error', 'warning', 'note'])
    .check(z.describe('error blocks publishing, warning asks, note informs.')),
  place: z.string().check(z.describe('Path in the standard; empty for the document as a whole.')),
  cites: z.array(z.string()).check(z.describe('Ids of the sentences concerned.')),
  message: z.string().check(z.describe('What was found.')),
  advice: z.string().check(z.describe('What to do.')),
});

const Named = z
  .strictObject({ id: z.string(), title: z.string(), agency: z.string() })
  .check(z.describe('The standard.'));

export const CheckResult = z.strictObject({
  command: z.literal('check'),
  file: z.string(),
  standard: z.optional(Named).check(z.describe('Absent when the document does not fit the format.')),
  clean: z.boolean().check(z.describe('No finding of level error.')),
  counts: z.strictObject({ error: z.int(), warning: z.int(), note: z.int() }),
  findings: z.array(ToldFinding).check(z.describe('The gravest first.')),
  readings: z
    .array(z.string())
    .check(z.describe('Readings that the agency confirms one by one before the standard is published.')),
});
export type CheckResult = z.infer<typeof CheckResult>;

export const CodesResult = z.strictObject({
  command: z.literal('check'),
  codes: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'note']),
      advice: z.string(),
    }),
  ),
});

const Span = z.strictObject({ from: Instant, to: Instant, minutes: z.number() });

const Trace = z
  .strictObject({
    from: z.extend(At, {}).check(z.describe('When the clock starts.')),
    arrived: z.extend(At, {}).check(z.describe('The same, or the next opening where it was closed then.')),
    due: z.extend(At, {}),
    days: z
      .array(
        z.strictObject({
          date: z.iso.date(),
          count: z
            .optional(z.int())
            .check(z.describe('0: day of arrival; 1, 2, 3 …: counted. Absent on days that do not count.')),
          closed: z
            .optional(
              z.strictObject({
                why: z.enum(['nationalHoliday', 'jointLeave', 'local', 'noHours']),
                name: z.optional(z.string()),
              }),
            )
            .check(z.describe('Why nothing counts on this day.')),
          period: z.optional(z.string()).check(z.describe('Special period whose hours apply.')),
          used: z.optional(z.array(Span)).check(z.describe('Opening hours used up on this day.')),
        }),
      )
      .check(z.describe('Every day from start to end; empty where the clock runs day and night.')),
    usedMinutes: z.optional(z.number()).check(z.describe('Sum of the opening hours used up.')),
    unknownYears: z
      .array(z.int())
      .check(z.describe('Years whose holidays are not decreed yet: the due date is an estimate.')),
  })
  .check(z.describe('How the due time was reckoned.'));
export type Trace = z.infer<typeof Trace>;

const Rule = z
  .strictObject({
    duration: z.string().check(z.describe('"3 hari kerja"')),
    calendar: z.enum(['office', 'counter']),
    channels: z.optional(z.array(z.string())),
    starts: z.string(),
    stops: z.array(z.string()),
    when: z.optional(z.string()),
    pausedWhile: z.optional(z.array(z.string())),
    pausedFor: z.optional(z.array(z.string())),
    within: z.optional(z.string()).check(z.describe('Outer limit.')),
    bound: z.optional(z.string()).check(z.describe('Promise behind a target.')),
    extension: z.optional(z.string()),
    text: z
      .string()
      .check(z.describe('The published sentences it comes from; its label when there are none.')),
    cites: z.array(z.string()),
  })
  .check(z.describe('What the standard says.'));
export type Rule = z.infer<typeof Rule>;

export const ForecastResult = z.strictObject({
  id: z.string(),
  kind: z.enum(['promise', 'target', 'norm']),
  label: z.string(),
  rule: Rule,
  state: z
    .enum(['running', 'conditional', 'awaited', 'later', 'notApplicable', 'otherChannel', 'refused'])
    .check(
      z.describe(
        'running: counts from receipt; conditional: counts, and applies if `waitsFor` turns out so; awaited: an agreed date is not told yet; later: starts with `rule.starts`; notApplicable: its condition does not hold; otherChannel: not for cases of this channel; refused: the agreed date is not possible.',
      ),
    ),
  waitsFor: z
    .optional(z.array(z.string()))
    .check(z.describe('Facts that decide whether it applies, or when it is due.')),
  why: z.optional(z.string()).check(z.describe('Why it is refused or does not apply.')),
  trace: z.optional(Trace).check(z.describe('Of one that counts from receipt or from --start.')),
  earliest: z
    .optional(Trace)
    .check(z.describe('Of one that starts later: as if it started on receipt. It is never due earlier.')),
});
export type ForecastResult = z.infer<typeof ForecastResult>;

export const DeadlineResult = z.strictObject({
  command: z.literal('deadline'),
  file: z.string(),
  standard: Named,
  zone: z.string().check(z.describe('WIB, WITA or WIT.')),
  channel: z.strictObject({
    id: z.string(),
    label: z.string(),
    hours: z.enum(['office', 'counter']).check(z.describe('Calendar that decides when it is received.')),
  }),
  arrives: z.extend(At, {}).check(z.describe('The time asked for.')),
  received: z.extend(At, {}).check(z.describe('When it counts as received.')),
  facts: z.record(z.string(), z.unknown()),
  deadlines: z.array(ForecastResult).check(z.describe('In the order of the standard.')),
});
export type DeadlineResult = z.infer<typeof DeadlineResult>;

const ToldPromise = z.strictObject({
  id: z.string(),
  kind: z.enum(['promise', 'target', 'norm']),
  label: z.string(),
  state: z
    .enum(['conditional', 'running', 'paused', 'kept', 'broken', 'dropped'])
    .check(z.describe('How the clock stands at the end of the story.')),
  words: z.string(),
  from: z.extend(At, {}).check(z.describe('When the clock started.')),
  due: z.extend(At, {}),
  ledger: z
    .array(z.strictObject({ at: Instant, local: Local, turn: z.string(), words: z.string() }))
    .check(z.describe('Every turn of the clock, oldest first.')),
});

export const RunResult = z.strictObject({
  command: z.literal('run'),
  file: z.string(),
  standard: Named,
  story: z.string().check(z.describe('Script file, or id of the example.')),
  zone: z.string(),
  completed: z.boolean().check(z.describe('Every turn was taken, and what was expected came about.')),
  refused: z
    .optional(
      z.strictObject({
        turn: z.int().check(z.describe('1 is the first of `turns`; 0 is the filing.')),
        what: z.string(),
        code: z.string(),
        message: z.string(),
      }),
    )
    .check(z.describe('The turn that was not taken; what stands below is the case before it.')),
  unexpected: z
    .array(z.strictObject({ what: z.string(), expected: z.unknown(), found: z.unknown() }))
    .check(z.describe('Where the story came out otherwise than the script expects.')),
  received: z.optional(At),
  anonymous: z.optional(z.literal(true)).check(z.describe('The applicant stays anonymous.')),
  confidential: z.optional(z.literal(true)).check(z.describe('The content is confidential.')),
  events: z.array(
    z.strictObject({
      seq: z.int(),
      at: Instant,
      local: Local,
      by: z.enum(['applicant', 'staff', 'system']),
      role: z.optional(z.string()),
      type: z.string(),
      words: z.string(),
      body: z.record(z.string(), z.unknown()).check(z.describe('The event as it is kept.')),
    }),
  ),
  ending: z.nullable(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      label: z.string(),
      citizen: z.string(),
      at: Instant,
      local: Local,
    }),
  ),
  waiting: z
    .array(z.strictObject({ step: z.string(), label: z.string(), role: z.string() }))
    .check(z.describe('Work that is open at the end of the story.')),
  facts: z.record(z.string(), z.unknown()).check(z.describe('What is known; personal facts are stand-ins.')),
  products: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      state: z.string(),
      number: z.optional(z.string()),
      issued: At,
      validUntil: z.optional(At),
    }),
  ),
  promises: z.array(ToldPromise),
  messages: z.array(z.strictObject({ at: Instant, local: Local, text: z.string() })),
  timeline: z
    .array(z.strictObject({ at: Instant, local: Local, text: z.string() }))
    .check(z.describe('What the citizen reads, messages included.')),
  time: z.array(
    z.strictObject({
      party: z
        .enum(['applicant', 'staff', 'external', 'service'])
        .check(z.describe('service: a sub-case; then the role is the id of its standard.')),
      role: z.string(),
      label: z.string(),
      workingMinutes: z.number().check(z.describe('Working minutes that the case waited for them.')),
    }),
  ),
});
export type RunResult = z.infer<typeof RunResult>;

const PathDeadline = z.strictObject({
  id: z.string(),
  label: z.string(),
  duration: z.string(),
  times: z.int().check(z.describe('How often its clock starts on the path.')),
  state: z.string().check(z.describe('How it would stand if no time passed; conditional: never decided.')),
});

export const PathsResult = z.strictObject({
  command: z.literal('paths'),
  file: z.string(),
  standard: Named,
  complete: z.boolean().check(z.describe('False when there are more paths than are told.')),
  unreached: z
    .array(z.string())
    .check(
      z.describe(
        'Endings that no path of this walk reaches: by interruption only, by loops, or beyond the bound.',
      ),
    ),
  paths: z.array(
    z.strictObject({
      number: z.int(),
      channel: z.string(),
      facts: z.record(z.string(), z.unknown()).check(z.describe('Facts of the filing that decide the way.')),
      turns: z.array(
        z.strictObject({
          turn: z.record(z.string(), z.unknown()).check(z.describe('As a script writes it.')),
          words: z.string(),
          role: z.optional(z.string()),
        }),
      ),
      ending: z.strictObject({ id: z.string(), label: z.string(), kind: z.string() }),
      promises: z.array(PathDeadline).check(z.describe('Promises and targets whose clocks run on it.')),
      norms: z.array(PathDeadline),
      normSum: z
        .array(z.strictObject({ unit: z.string(), amount: z.int() }))
        .check(z.describe('Sum of the norms, by unit.')),
      products: z.record(z.string(), z.string()).check(z.describe('State of each product at the end.')),
    }),
  ),
});
export type PathsResult = z.infer<typeof PathsResult>;

export const RenderResult = z.strictObject({
  command: z.literal('render'),
  file: z.string(),
  as: z.enum(['html', 'sippn', 'svg', 'json']),
  bytes: z.int(),
  out: z.optional(z.string()).check(z.describe('File that was written.')),
  content: z.optional(z.string()).check(z.describe('The document itself, where no file was asked for.')),
});
export type RenderResult = z.infer<typeof RenderResult>;

export const DiffResult = z.strictObject({
  command: z.literal('diff'),
  old: z.string(),
  new: z.string(),
  equal: z.boolean(),
  differences: z.array(
    z.strictObject({
      kind: z.enum(['added', 'removed', 'changed']),
      place: z.string(),
      words: z.string(),
      weaker: z.optional(z.literal(true)).check(z.describe('Citizens were promised more before.')),
    }),
  ),
});
export type DiffResult = z.infer<typeof DiffResult>;

export const ErrorResult = z.strictObject({
  error: z.strictObject({
    code: z.string().check(z.describe('"standard-unfit" with exit code 1; all others with 2.')),
    message: z.string(),
    problems: z.optional(z.array(z.strictObject({ place: z.string(), message: z.string() }))),
    file: z.optional(z.string()),
    findings: z.optional(z.array(ToldFinding)),
  }),
});

/** By the name that `layan schema` takes. */
export const resultSchemas = {
  check: CheckResult,
  codes: CodesResult,
  deadline: DeadlineResult,
  run: RunResult,
  paths: PathsResult,
  render: RenderResult,
  diff: DiffResult,
  error: ErrorResult,
} as const;
