// The scans of a case in the order of the requirements, named so that each can be told from the others.
import type { CaseView } from '@layan/contract/staff/case';

export interface ScanChoice {
  readonly id: string;
  readonly label: string;
}

/** Scans that are part of the file, evidence of the agency among them; several for one requirement are numbered. */
export function scansOf({
  requirements,
  documents,
}: Pick<CaseView, 'requirements' | 'documents'>): ScanChoice[] {
  const attached = documents.filter((document) => document.attached);
  const asked = requirements.map(({ id }) => id);
  // What the agency itself brought stands behind what the applicant sent.
  const others = attached.map(({ requirement }) => requirement).filter((id) => !asked.includes(id));
  return [...asked, ...new Set(others)].flatMap((id) => {
    const own = attached.filter(({ requirement }) => requirement === id);
    return own.map(({ id: document, label }, at) => ({
      id: document,
      label: own.length > 1 ? `${label} ${at + 1}` : label,
    }));
  });
}

/** Requirements that lie at the counter on paper. */
export function onPaper({ requirements, counter }: Pick<CaseView, 'requirements' | 'counter'>): string[] {
  return requirements.filter(({ id }) => counter.papers.includes(id)).map(({ label }) => label);
}

/** Requirements without any scan or paper. */
export function lacking({
  requirements,
  documents,
  counter,
}: Pick<CaseView, 'requirements' | 'documents' | 'counter'>): string[] {
  const scanned = documents.filter(({ attached }) => attached).map(({ requirement }) => requirement);
  const given = new Set([...scanned, ...counter.papers]);
  return requirements.filter(({ id }) => !given.has(id)).map(({ label }) => label);
}
