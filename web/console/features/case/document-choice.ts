// The scans of a case in the order of the requirements, named so that each can be told from the others.
import type { CaseView } from '@layan/contract/staff/case';

export interface ScanChoice {
  readonly id: string;
  readonly label: string;
}

/** Scans that are part of the file; several for one requirement are numbered. */
export function scansOf({
  requirements,
  documents,
}: Pick<CaseView, 'requirements' | 'documents'>): ScanChoice[] {
  return requirements.flatMap(({ id, label }) => {
    const own = documents.filter(({ requirement, attached }) => attached && requirement === id);
    return own.map((document, at) => ({
      id: document.id,
      label: own.length > 1 ? `${label} ${at + 1}` : label,
    }));
  });
}

/** Requirements without any scan. */
export function lacking({ requirements, documents }: Pick<CaseView, 'requirements' | 'documents'>): string[] {
  const given = new Set(documents.filter(({ attached }) => attached).map(({ requirement }) => requirement));
  return requirements.filter(({ id }) => !given.has(id)).map(({ label }) => label);
}
