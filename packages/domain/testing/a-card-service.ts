// The service of `a-service` with a numbered card that has a life after its case, and a way to object to what was decided.
import type { Process } from '../standard/process.ts';
import type { ProductAction } from '../standard/product.ts';
import { aFiling, after, completing, filed, type Kept, scan, secret, staff } from './a-case.ts';
import { aService, parts } from './a-service.ts';
import { aFact, aForm, anEnding, anOutcome, aStep, basis } from './a-standard.ts';

const anAction = (id: string, change: ProductAction['change'], more: Partial<ProductAction> = {}) => ({
  id,
  label: `Lakukan ${id}`,
  change,
  role: 'head',
  note: 'none' as const,
  basis,
  ...more,
});

export const cardProcess: Partial<Process> = {
  facts: [...(parts.facts ?? []), aFact('reason', 'longText', { privacy: 'identifying' })],
  forms: [...(parts.forms ?? []), aForm('objection', [{ fact: 'reason', required: true }])],
  channels: [
    ...(parts.channels ?? []),
    ...(['portal', 'counter'] as const).map((kind) => ({
      id: `objection-${kind}`,
      kind,
      label: 'Keberatan',
      form: 'objection',
      requirements: [],
      opens: 'objected',
      hours: 'office' as const,
      about: {
        endings: ['refused'],
        changes: ['take-away'],
        carries: ['name', 'village', 'married'],
        within: { amount: 21, unit: 'working_day' as const },
        calendar: 'office' as const,
      },
      basis,
    })),
  ],
  steps: [
    ...(parts.steps ?? []),
    aStep('review', ['objected'], [anOutcome('keep', ['kept']), anOutcome('grant', ['finished'])], {
      role: 'head',
      notBy: ['decide'],
    }),
  ],
  endings: [...(parts.endings ?? []), { ...anEnding('kept', ['kept']), kind: 'refused' }],
  products: [
    {
      id: 'card',
      kind: 'card',
      label: 'Kartu',
      numbering: { pattern: '{seq:0000}/{romanMonth}/{year}' },
      validMonths: 12,
      actions: [
        anAction('pause', 'suspend', { note: 'required', citizen: 'Kartu Anda ditangguhkan.', notify: true }),
        anAction('go-on', 'resume'),
        anAction('take-away', 'revoke', { note: 'required', citizen: 'Kartu Anda dicabut.' }),
        anAction('take-back', 'return', { note: 'optional' }),
        anAction('replace-lost', 'replace', { role: 'surveyor' }),
        anAction('run-out', 'expire', { citizen: 'Masa berlaku kartu Anda habis.' }),
      ],
      basis,
    },
  ],
};

export const cardService = aService(cardProcess);
export const head = staff('chief', ['head']);
export const surveyor = staff('s', ['surveyor']);
export const officer = staff('one', ['officer']);

const facts = { name: secret('v1.nama'), village: '35.74.01.1001', married: false };
const filing = aFiling({ facts, attachments: [scan('id-card')] });
const poor = completing('assess', 'done', { facts: { result: 'poor', size: 2 } });

const accepted = after(cardService, filed(cardService, filing), completing('check', 'accept'), officer);

/** The card is out, provisionally. */
export const provisional: Kept = after(cardService, accepted, poor, surveyor);
/** The case has ended, the card is active. */
export const granted: Kept = after(cardService, provisional, completing('decide', 'confirm'), head);
/** The case has ended, the card was never confirmed. */
export const refused: Kept = after(
  cardService,
  provisional,
  completing('decide', 'revoke', { note: secret('v1.alasan') }),
  head,
);

export const cardOf = ({ snapshot }: Kept) => {
  const card = snapshot.products.at(-1);
  if (!card) throw new Error('no card');
  return card;
};
