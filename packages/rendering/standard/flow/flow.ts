// The rows of a flowchart before anything is drawn: numbers, lanes, and where each way out leads, in words.
import type { Standard } from '@layan/domain/standard/standard';
import type { Role, Step } from '@layan/domain/standard/step';
import { type FlowNode, graphOf, producersOf, targetsOf, type Way } from './graph.ts';
import { orderNodes } from './order.ts';

export interface FlowWay {
  /** "a", "b" … where a row has several ways out. */
  readonly mark: string;
  readonly way: Way;
  /** Rows it leads to. */
  readonly rows: readonly number[];
  /** Letters of the endings it leads to. */
  readonly endings: readonly string[];
  /** "Terima berkas". */
  readonly label: string;
  /** "3 dan 6", "K. Diarahkan ke layanan lain"; empty where nothing follows. */
  readonly leads: string;
  /** Several branches begin at once. */
  readonly fork: boolean;
}

export interface FlowRow {
  readonly node: FlowNode;
  readonly number?: number;
  readonly lane: number;
  readonly title: string;
  readonly notes: readonly string[];
  readonly ways: readonly FlowWay[];
}

export interface Lane {
  readonly id: string;
  readonly label: string;
  readonly party: Role['party'];
}

export interface FlowEnding {
  readonly letter: string;
  readonly id: string;
  readonly label: string;
  readonly kind: Standard['process']['endings'][number]['kind'];
}

export interface Flow {
  readonly lanes: readonly Lane[];
  readonly rows: readonly FlowRow[];
  readonly endings: readonly FlowEnding[];
}

/** 0 is "a", 26 is "aa". */
const letters = (at: number): string =>
  `${at < 26 ? '' : letters(Math.floor(at / 26) - 1)}${String.fromCharCode(97 + (at % 26))}`;

const capacities = { plt: 'Plt.', plh: 'Plh.', an: 'a.n.' } as const;
const verbs = {
  correct: 'Koreksi atas konsep',
  initial: 'Paraf atas konsep',
  sign: 'Tanda tangan atas konsep',
} as const;

/** "1, 2 atau 3" */
const listed = (items: readonly string[], word: string): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;

const filed = {
  assistanceClaim: 'Permohonan',
  application: 'Permohonan',
  proposal: 'Usulan',
  complaint: 'Pengaduan',
  batch: 'Berkas bersama',
} as const satisfies Record<Standard['kind'], string>;

interface Names {
  readonly number: (id: string) => string;
  readonly role: (id: string) => string;
}

const skips = {
  vacant: 'Dilewati bila jabatannya kosong.',
  away: 'Dilewati bila jabatannya kosong atau semua berhalangan.',
} as const;

const byRole = ({ role: id }: Step, role: Names['role']): string =>
  id === undefined ? '' : ` oleh ${role(id)}`;

const stepNotes = (step: Step, { number, role }: Names): readonly string[] => [
  ...(step.kind === 'route'
    ? [step.outcomes.some(({ when }) => when) ? 'Otomatis menurut data.' : 'Otomatis.']
    : []),
  ...(step.review ? [`${verbs[step.review.verb]} dari langkah ${number(`step:${step.review.draft}`)}.`] : []),
  ...(step.delegates
    ? [
        `Dapat diwakili: ${step.delegates.map((one) => `${role(one.role)} (${capacities[one.as]})`).join(', ')}.`,
      ]
    : []),
  ...(step.enteredBy === undefined ? [] : [`Dicatat oleh ${role(step.enteredBy)}.`]),
  ...(step.review?.skip ? [skips[step.review.skip]] : []),
  ...(step.batch === undefined
    ? []
    : [`Menunggu dihimpun${byRole(step, role)} atau diputuskan dalam berkas bersama "${step.batch}".`]),
  ...(step.lines
    ? [
        `Tiap baris diputuskan: ${listed(
          step.lines.decisions.map(({ label, drops }) => `${label}${drops ? ' (keluar)' : ''}`),
          'atau',
        )}.`,
      ]
    : []),
  ...(step.subcase ? [`Membuka perkara layanan "${step.subcase.service}" dan menunggu hasilnya.`] : []),
];

const joinNote = (standard: Standard, node: FlowNode, { number }: Names): readonly string[] => {
  if (node.joins.length === 0) return [];
  const needed = node.joins.map((place) =>
    listed(
      producersOf(standard.process, place)
        .map(number)
        .filter((text) => text !== ''),
      'atau',
    ),
  );
  const known = [...new Set(needed.filter((text) => text !== ''))];
  return known.length < 2
    ? ['Menunggu semua yang dipersyaratkan.']
    : [`Menunggu semuanya: langkah ${listed(known, 'dan')}.`];
};

export const flowOf = (standard: Standard): Flow => {
  const { process } = standard;
  const nodes = orderNodes(graphOf(process));
  const numbers = new Map<string, number>();
  for (const { id, kind } of nodes) if (kind !== 'entry') numbers.set(id, numbers.size + 1);
  const endings = process.endings.map(({ id, label, kind }, at) => ({
    letter: letters(at).toUpperCase(),
    id,
    label,
    kind,
  }));
  const endingOf = (target: string): FlowEnding | undefined =>
    endings.find(({ id }) => `ending:${id}` === target);
  const names: Names = {
    number: (id) => String(numbers.get(id) ?? ''),
    role: (id) => process.roles.find((role) => role.id === id)?.label ?? id,
  };
  const rowOf = new Map(nodes.map(({ id }, at) => [id, at]));

  // Who has nothing of their own stands where the work comes from.
  const roles: string[] = [];
  const roleOf = new Map<string, string>();
  const applicant = process.roles.find(({ party }) => party === 'applicant') ?? process.roles[0];
  for (const node of nodes) {
    const before = nodes.find(
      ({ id, ways }) => roleOf.has(id) && ways.some((way) => targetsOf(way).includes(node.id)),
    );
    const role =
      node.role ??
      (node.kind === 'entry' ? applicant?.id : roleOf.get(before?.id ?? '')) ??
      applicant?.id ??
      '';
    roleOf.set(node.id, role);
    if (!roles.includes(role)) roles.push(role);
  }
  const lanes = roles.map((id): Lane => {
    const role = process.roles.find((one) => one.id === id);
    return { id, label: role?.label ?? id, party: role?.party ?? 'staff' };
  });

  /** Some endings wait until nothing else is left to do. */
  const endingInWords = ({ letter, label, id }: FlowEnding): string => {
    const joins = process.endings.some((one) => one.id === id && one.after.length > 1);
    return `${letter}. ${label}${joins ? ' (bila semua cabang selesai)' : ''}`;
  };
  const labelOf = ({ label, atMost }: Way): string =>
    atMost === undefined ? label : `${label} (paling banyak ${atMost} kali)`;
  const leadsOf = (way: Way, node: FlowNode): string =>
    listed(
      way.branches.map((branch) =>
        listed(
          branch.map((target) => {
            const ending = endingOf(target);
            if (ending) return endingInWords(ending);
            return `${target === node.id ? 'ulangi ' : ''}${names.number(target)}`;
          }),
          'atau',
        ),
      ),
      'dan',
    );

  return {
    lanes,
    endings,
    rows: nodes.map((node): FlowRow => {
      const number = numbers.get(node.id);
      return {
        node,
        ...(number === undefined ? {} : { number }),
        lane: roles.indexOf(roleOf.get(node.id) ?? ''),
        title:
          node.kind === 'entry'
            ? `${node.about ? 'Keberatan' : filed[standard.kind]} masuk lewat ${listed(node.channels, 'atau')}`
            : node.label,
        notes: [...joinNote(standard, node, names), ...(node.step ? stepNotes(node.step, names) : [])],
        ways: node.ways.map((way, at) => ({
          mark: node.ways.length > 1 ? letters(at) : '',
          way,
          rows: targetsOf(way).flatMap((target) => rowOf.get(target) ?? []),
          endings: targetsOf(way).flatMap((target) => endingOf(target)?.letter ?? []),
          label: labelOf(way),
          leads: leadsOf(way, node),
          fork: way.branches.length > 1,
        })),
      };
    }),
  };
};
