// A draft that is before the public: the official document with what it is, until when, and where remarks go.
import type { PublicDraft } from '@layan/application/standard/get-consultation';
import { dayInWords } from '@layan/domain/deadline/dates-in-words';
import type { Tenant } from '@layan/domain/tenant/tenant';
import type { PublicDraftProps } from '@layan/portal/pages/public-draft';
import { documentBody } from '@layan/rendering/standard/document/body';
import { documentStyle } from '../assets/document-style.ts';
import { servicePath } from './filing-way.ts';
import { contactOf } from './site.ts';

export const publicDraft = (
  { version, consultation, agency, open, remarks, published }: PublicDraft,
  tenant: Tenant,
): Omit<PublicDraftProps, 'site'> => {
  const { standard, hash } = version;
  const { markup } = documentBody(standard, {
    government: tenant.governmentName,
    agency: contactOf(agency),
    version: { number: version.version, hash },
  });
  return {
    title: standard.shortTitle,
    article: markup,
    style: documentStyle.path,
    from: dayInWords(consultation.from),
    until: dayInWords(consultation.until),
    open,
    agency: contactOf(agency),
    ...(remarks === undefined ? {} : { remarksPath: servicePath(remarks) }),
    ...(published ? { inForcePath: servicePath(standard.id) } : {}),
  };
};
