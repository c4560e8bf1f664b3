// Batches: whoever gathers is of the agency, decides on lines at steps of people, and leaves nobody waiting who was gathered.
import { type Finding, finding } from '../finding.ts';
import { citedBy, stepPlace } from '../lookup.ts';
import type { Standard } from '../standard.ts';
import type { Step } from '../step.ts';
import type { TenantFacts } from '../tenant-facts.ts';
import { isFollowed, linesOf } from './followed.ts';

const isBatch = ({ kind }: Standard): boolean => kind === 'batch';

const shape = (standard: Standard): readonly string[] => {
  const { lines, channels } = standard.process;
  if (!isBatch(standard)) {
    return lines ? ['menghimpun berkas lain, tetapi jenisnya bukan "batch"'] : [];
  }
  return [
    ...(lines ? [] : ['adalah berkas bersama, tetapi tidak menyebut apa yang dihimpun ("process.lines")']),
    ...(lines && String(lines.of) === String(standard.id) ? ['menghimpun berkasnya sendiri'] : []),
    ...(channels.some(({ about }) => about) ? ['menerima keberatan, padahal tidak diajukan warga'] : []),
  ];
};

const deciding = (standard: Standard, { kind, lines }: Step): string | undefined => {
  if (!lines) return undefined;
  if (!standard.process.lines) return 'memutuskan baris, padahal layanan ini tidak menghimpun';
  return kind === 'task' ? undefined : 'memutuskan baris, padahal bukan pekerjaan seseorang';
};

const malformed = (standard: Standard): readonly Finding[] => [
  ...shape(standard).map((says) => finding('batch-malformed', 'process.lines', `Layanan ini ${says}.`)),
  ...standard.process.steps.flatMap((step) => {
    const wrong = deciding(standard, step);
    const message = `Langkah "${step.label}" ${wrong}.`;
    return wrong === undefined
      ? []
      : [finding('batch-malformed', stepPlace(step.id), message, citedBy(step.basis))];
  }),
];

const onPortal = (standard: Standard): readonly Finding[] =>
  isBatch(standard)
    ? standard.process.channels
        .filter(({ kind }) => kind === 'portal')
        .map(({ id, label, basis }) =>
          finding(
            'batch-on-portal',
            `process.channels.${id}`,
            `Berkas bersama ditawarkan kepada warga lewat "${label}".`,
            citedBy(basis),
          ),
        )
    : [];

/** What the batch says of the cases that it gathers, where they are known. */
const misfits = (standard: Standard, member: Standard): readonly string[] => {
  const { lines, area } = standard.process;
  const step = member.process.steps.find(({ id }) => id === lines?.step);
  const waits = step?.kind === 'line' && String(step.batch) === String(standard.id);
  return [
    ...(String(member.agency) === String(standard.agency) ? [] : ['yang milik dinas lain']),
    ...(waits ? [] : [`yang tidak menunggu berkas bersama ini pada langkah "${lines?.step}"`]),
    ...((area === undefined) === (member.process.area === undefined)
      ? []
      : ['padahal hanya salah satunya menurut wilayah']),
  ];
};

const strangeColumns = ({ process }: Standard, member: Standard): readonly Finding[] => {
  const known = new Set(member.process.facts.map(({ id }) => id));
  return (process.lines?.columns ?? [])
    .filter(({ fact }) => !known.has(fact))
    .map(({ fact, label }) =>
      finding(
        'line-column-unknown',
        'process.lines',
        `Kolom "${label}" memakai data "${fact}", yang tidak dikenal layanan yang dihimpun.`,
        process.lines ? citedBy(process.lines.basis) : [],
      ),
    );
};

/** Lines that leave by a decision, and that no step of theirs hears of unless it is the one at which they are gathered. */
const droppedNowhere = ({ id, process }: Standard, member: Standard): readonly Finding[] => {
  const waiting = linesOf(member, String(id)).filter((step) => step.id !== process.lines?.step);
  if (waiting.length === 0) return [];
  return process.steps.flatMap((step) =>
    (step.lines?.decisions ?? [])
      .filter(
        ({ id: decision, drops }) => drops && !isFollowed(member, String(id), { step: step.id, decision }),
      )
      .map(({ id: decision, label, basis }) =>
        finding(
          'batch-unfollowed',
          `${stepPlace(step.id)}.lines.${decision}`,
          `"${label}" mengeluarkan baris, tetapi tidak satu pun langkah berkas anggota mengikutinya.`,
          citedBy(basis),
        ),
      ),
  );
};

const days = ({ process }: Standard): readonly number[] =>
  process.deadlines.flatMap(({ kind, duration }) =>
    kind === 'promise' && duration.unit === 'working_day' ? [duration.amount] : [],
  );

const slower = (standard: Standard, member: Standard): readonly Finding[] => {
  const [own, theirs] = [Math.max(...days(standard)), Math.max(...days(member))];
  if (!Number.isFinite(own) || !Number.isFinite(theirs) || own <= theirs) return [];
  return [
    finding(
      'batch-outlasts-member',
      'process.deadlines',
      `Berkas bersama dijanjikan ${own} hari kerja, tetapi kepada anggotanya paling lama ${theirs} hari kerja.`,
    ),
  ];
};

const withMembers = (standard: Standard, services: TenantFacts['services']): readonly Finding[] => {
  const { lines } = standard.process;
  if (!lines || !services) return [];
  const cites = citedBy(lines.basis);
  const service = services.find(({ id }) => id === String(lines.of));
  if (!service) {
    const message = `Berkas bersama menghimpun layanan "${lines.of}", yang belum terbit.`;
    return [finding('batch-service-missing', 'process.lines', message, cites)];
  }
  const { standard: member } = service;
  if (!member) return [];
  return [
    ...misfits(standard, member).map((says) =>
      finding(
        'batch-service-unfit',
        'process.lines',
        `Berkas bersama menghimpun layanan "${lines.of}", ${says}.`,
        cites,
      ),
    ),
    ...strangeColumns(standard, member),
    ...droppedNowhere(standard, member),
    ...slower(standard, member),
  ];
};

export const checkBatches = (standard: Standard, tenant: TenantFacts | undefined): readonly Finding[] => [
  ...malformed(standard),
  ...onPortal(standard),
  ...withMembers(standard, tenant?.services),
];
