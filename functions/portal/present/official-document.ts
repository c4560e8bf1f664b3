// The official document of a published standard, under the letterhead of its agency.
import type { Service } from '@layan/application/standard/get-service';
import { dateIn, plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import type { Tenant } from '@layan/domain/tenant/tenant';
import type { OfficialDocumentProps } from '@layan/portal/pages/official-document';
import { documentBody } from '@layan/rendering/standard/document/body';
import { documentStyle } from '../assets/document-style.ts';
import { servicePath } from './filing-way.ts';
import { contactOf } from './site.ts';

export const officialDocument = (
  { ref, version, agency }: Service,
  tenant: Tenant,
): Omit<OfficialDocumentProps, 'site'> => {
  const { standard, hash, publishedAt } = version;
  const { markup } = documentBody(standard, {
    government: tenant.governmentName,
    agency: contactOf(agency),
    version: {
      number: version.version,
      hash,
      ...(publishedAt === undefined
        ? {}
        : { publishedOn: plainDateInWords(dateIn(tenant.calendar.zone, publishedAt)) }),
    },
  });
  return { title: standard.title, article: markup, style: documentStyle.path, back: servicePath(ref.id) };
};
