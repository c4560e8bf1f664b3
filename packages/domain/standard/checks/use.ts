// What is declared must be put to use: roles work, requirements are asked and looked at, products are issued and decided.
import { type Finding, finding } from '../finding.ts';
import { citedBy, effectsOf, sentencesOf, stepPlace } from '../lookup.ts';
import type { Process } from '../process.ts';
import type { Standard } from '../standard.ts';
import type { Step } from '../step.ts';

/** Roles that do something, stand in for somebody, or may see what others may not. */
const busyRoles = (process: Process): ReadonlySet<string | undefined> => {
  const { steps, interruptions, products: made, suspensions, deadlines, identity, confidential } = process;
  const actions = made.flatMap((product) => product.actions ?? []);
  return new Set([
    ...[...steps, ...interruptions, ...actions, ...(suspensions ?? [])].map(({ role }) => role),
    ...steps.flatMap((step) => [step.enteredBy, step.coordinator]),
    ...steps.flatMap((step) => (step.delegates ?? []).map(({ role }) => role)),
    ...deadlines.map(({ extension }) => extension?.role),
    ...(identity?.seenBy ?? []),
    ...(confidential?.seenBy ?? []),
  ]);
};

/** Whoever applies has done so by filing. */
const roles = (process: Process): readonly Finding[] => {
  const declared = process.roles.filter(({ party }) => party !== 'applicant');
  const working = busyRoles(process);
  return declared
    .filter(({ id }) => !working.has(id))
    .map(({ id, label, basis }) =>
      finding(
        'role-does-nothing',
        `process.roles.${id}`,
        `Peran "${label}" tidak mengerjakan apa pun.`,
        citedBy(basis),
      ),
    );
};

const requirements = ({ requirements: declared, channels, steps }: Process): readonly Finding[] => {
  // What a worker brings was looked at by whoever brought it.
  const evidence = steps.flatMap((step) => step.evidence ?? []);
  const asked = new Set([...channels.flatMap((channel) => channel.requirements), ...evidence]);
  const checked = new Set([...steps.flatMap(({ checks }) => checks ?? []), ...evidence]);
  return declared.flatMap(({ id, label, basis }) => {
    const place = `process.requirements.${id}`;
    if (!asked.has(id)) {
      return [
        finding(
          'requirement-never-asked',
          place,
          `"${label}" tidak diminta di kanal atau langkah mana pun.`,
          citedBy(basis),
        ),
      ];
    }
    return checked.has(id)
      ? []
      : [
          finding(
            'requirement-never-checked',
            place,
            `"${label}" diminta, tetapi tidak pernah diperiksa.`,
            citedBy(basis),
          ),
        ];
  });
};

/** Looked at by steps of which none can say that something is missing. What is shown, nobody comes in without. */
const unreturnable = ({ requirements: declared, steps }: Process): readonly Finding[] =>
  declared
    .filter(({ required, shown }) => required && !shown)
    .flatMap(({ id, label, basis }) => {
      const checking = steps.filter(({ checks }) => checks?.includes(id));
      const outcomes = checking.flatMap((step) => step.outcomes);
      return checking.length === 0 || outcomes.some(({ tone }) => tone !== 'proceed')
        ? []
        : [
            finding(
              'check-without-return',
              `process.requirements.${id}`,
              `"${label}" diperiksa, tetapi tidak ada hasil bila belum lengkap.`,
              citedBy(basis),
            ),
          ];
    });

const products = (standard: Standard): readonly Finding[] => {
  const { process } = standard;
  const effects = effectsOf(process).map(({ effect }) => effect);
  const issued = effects.flatMap((effect) => ('issue' in effect ? [effect] : []));
  const confirmed = new Set(effects.flatMap((effect) => ('confirm' in effect ? [effect.confirm] : [])));
  const revoked = new Set(effects.flatMap((effect) => ('revoke' in effect ? [effect.revoke] : [])));
  const productText = sentencesOf(standard).filter(({ component }) => component.key === 'product');
  const promised = new Set(productText.map(({ sentence }) => sentence.id));
  return process.products.flatMap(({ id, label, basis }) => {
    const place = `process.products.${id}`;
    const cites = citedBy(basis);
    const provisional = issued.some(({ issue, as }) => issue === id && as === 'provisional');
    return [
      ...(issued.some(({ issue }) => issue === id)
        ? []
        : [finding('product-never-issued', place, `"${label}" tidak pernah diterbitkan.`, cites)]),
      ...(provisional && !(confirmed.has(id) && revoked.has(id))
        ? [
            finding(
              'product-undecidable',
              place,
              `"${label}" terbit sementara, tetapi tidak dapat dikukuhkan dan dicabut.`,
              cites,
            ),
          ]
        : []),
      ...(cites.some((sentence) => promised.has(sentence)) || 'inferred' in basis
        ? []
        : [finding('product-not-promised', place, `"${label}" tidak disebut pada komponen produk.`, cites)]),
    ];
  });
};

/** Official product sentences that nothing of the process and no reading answers to. */
const productText = (standard: Standard): readonly Finding[] => {
  const answered = new Set([
    ...standard.process.products.flatMap(({ basis }) => citedBy(basis)),
    ...standard.readings.flatMap(({ cites }) => cites),
  ]);
  const component = standard.components.find(({ key }) => key === 'product');
  return (component?.sentences ?? [])
    .filter(({ id }) => !answered.has(id))
    .map(({ id, text }) =>
      finding(
        'product-text-unbacked',
        `components.product.${id}`,
        `Produk "${text}" tidak ada dalam proses.`,
        [id],
      ),
    );
};

/** Somebody outside works, and no promise counts meanwhile: nobody would notice that nothing happens. */
const waitsOutside = ({ roles, deadlines }: Process, { role, after, outcomes }: Step): boolean => {
  if (roles.find(({ id }) => id === role)?.party !== 'external' || outcomes.length === 0) return false;
  return deadlines.some(
    ({ kind, pausedFor, pausedWhile }) =>
      kind === 'promise' &&
      (pausedFor?.includes('external') || pausedWhile?.some((place) => after.includes(place))),
  );
};

const silence = (process: Process): readonly Finding[] => {
  const { steps, timers, lines } = process;
  const armed = new Set(timers.map((timer) => timer.while));
  return steps.flatMap((step) => {
    const cites = citedBy(step.basis);
    return [
      // Nobody waits for a batch: each of its lines is told in a case of its own.
      ...(!lines && step.kind !== 'route' && step.citizen === undefined
        ? [
            finding(
              'citizen-told-nothing',
              stepPlace(step.id),
              `Warga tidak diberi tahu saat menunggu "${step.label}".`,
              cites,
            ),
          ]
        : []),
      ...((step.kind === 'supply' || waitsOutside(process, step)) &&
      !step.after.some((place) => armed.has(place))
        ? [
            finding(
              'waits-forever',
              stepPlace(step.id),
              `"${step.label}" menunggu ${step.kind === 'supply' ? 'pemohon' : 'pihak luar, sementara hitungan berhenti,'} tanpa batas waktu.`,
              cites,
            ),
          ]
        : []),
    ];
  });
};

export const checkUse = (standard: Standard): readonly Finding[] => [
  ...roles(standard.process),
  ...requirements(standard.process),
  ...unreturnable(standard.process),
  ...products(standard),
  ...productText(standard),
  ...silence(standard.process),
];
