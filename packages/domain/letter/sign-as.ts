// How who signs is written on a document: office, name, rank and number, by the kind of document and the capacity
// (Permendagri 1/2023 art. 44).
import type { Letter } from '../standard/letter.ts';
import type { SignatureBlock } from './letter-artwork.ts';

export interface Signer {
  /** Without titles. */
  readonly name: string;
  readonly official?: {
    readonly position: string;
    readonly nameWithTitles: string;
    readonly nip?: string;
    readonly rank?: string;
  };
  /** plt: acting head; plh: acting for the day; an: on behalf of. */
  readonly as?: 'plt' | 'plh' | 'an';
}

export interface SigningPlace {
  readonly letter: Pick<Letter, 'documentClass' | 'signatory'>;
  /** Absent: somebody outside the agency, or nobody is known yet. */
  readonly signer?: Signer;
  /** Office of the role that signs, in whose place others stand: position of its holder, or the label of the role. */
  readonly roleOffice: string;
}

/** Head, deputy and secretary of a region, who write neither NIP nor rank. */
const ofTheRegion = /^(gubernur|bupati|wali ?kota|wakil (gubernur|bupati|wali ?kota)|sekretaris daerah)\b/i;

/** "19800101 200501 1 001" */
const groupedNip = (nip: string): string => nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');

const below = ({ official }: Signer, office: string): readonly string[] => {
  if (!official || ofTheRegion.test(office)) return [];
  const { rank, nip } = official;
  return [...(rank === undefined ? [] : [rank]), ...(nip === undefined ? [] : [`NIP ${groupedNip(nip)}`])];
};

/** @example signAs({ letter, signer: { name, as: 'plt' }, roleOffice: 'Kepala Dinas Sosial' }).office // ["Plt. Kepala Dinas Sosial,"] */
export function signAs({ letter, signer, roleOffice }: SigningPlace): SignatureBlock {
  const { documentClass, signatory } = letter;
  const head = signatory.office ?? roleOffice;
  if (!signer || signatory.outside) return { office: [`${head},`], below: [] };
  const { name, official, as } = signer;
  const named = documentClass === 'decree' ? name : (official?.nameWithTitles ?? name);
  switch (as) {
    case 'plt':
    case 'plh':
      return { office: [`${as === 'plt' ? 'Plt.' : 'Plh.'} ${head},`], name, below: [] };
    case 'an': {
      const own = official?.position;
      const office = own === undefined ? [`a.n. ${head},`] : [`a.n. ${head}`, `${own},`];
      return { office, name: named, below: below(signer, own ?? '') };
    }
    default: {
      const office = signatory.office ?? official?.position ?? roleOffice;
      return { office: [`${office},`], name: named, below: below(signer, office) };
    }
  }
}
