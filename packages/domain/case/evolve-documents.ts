// The documents of a case after one was frozen, made out to somebody, drawn or signed.
import type { InstantText } from '../kernel/ids.ts';
import type { CaseEventBody } from './event.ts';
import type { ProductRecord } from './snapshot.ts';

type DocumentBody = Extract<
  CaseEventBody,
  { type: 'documentFrozen' | 'signatoryChosen' | 'documentPrepared' | 'documentSigned' }
>;

const frozen = (
  at: InstantText,
  { type, ...document }: Extract<DocumentBody, { type: 'documentFrozen' }>,
): ProductRecord => ({ ...document, state: 'frozen', issuedAt: at, changedAt: at });

const after = (
  record: ProductRecord,
  at: InstantText,
  body: Exclude<DocumentBody, { type: 'documentFrozen' }>,
): ProductRecord => {
  switch (body.type) {
    case 'signatoryChosen': {
      // What was drawn names somebody else.
      const { prepared, ...rest } = record;
      return { ...rest, signatory: body.signatory, changedAt: at };
    }
    case 'documentPrepared': {
      const { file, method, bsre, signatory, qr } = body;
      const prepared = { file, method, ...(bsre && { bsre }), ...(qr !== undefined && { qr }) };
      return { ...record, prepared, ...(signatory && { signatory }) };
    }
    case 'documentSigned':
      return {
        ...record,
        signature: body.signature,
        signedAt: at,
        changedAt: at,
        ...(body.validUntil && { validUntil: body.validUntil }),
      };
  }
};

export const evolveDocument = (
  products: readonly ProductRecord[],
  at: InstantText,
  body: DocumentBody,
): ProductRecord[] =>
  body.type === 'documentFrozen'
    ? [...products, frozen(at, body)]
    : products.map((record) => (record.id === body.id ? after(record, at, body) : record));
