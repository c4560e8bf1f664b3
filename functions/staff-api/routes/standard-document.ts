// A version of a standard as a document; what draws it is loaded with the first one.
import type { DocumentSource } from '@layan/application/standard/get-document-source';
import { type DocumentKind, getStandardDocument } from '@layan/contract/staff/standard-document';
import { dateIn, plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import { register } from '@layan/http/register';
import type { DocumentOptions } from '@layan/rendering/standard/document/options';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { answerAs } from './standard-answer.ts';
import { standardIdOf } from './standard-step.ts';

const optionsOf = ({ version, tenant, agency }: DocumentSource): DocumentOptions => ({
  government: tenant.governmentName,
  ...(agency && {
    agency: {
      name: agency.name,
      address: agency.address,
      ...(agency.phone !== undefined && { phone: agency.phone }),
      ...(agency.email !== undefined && { email: agency.email }),
    },
  }),
  version: {
    number: version.version,
    hash: version.hash,
    ...(version.publishedAt !== undefined && {
      publishedOn: plainDateInWords(dateIn(tenant.calendar.zone, version.publishedAt)),
    }),
  },
  confirmed: Object.fromEntries(
    Object.entries(version.confirmations).map(([reading, { name }]) => [reading, name]),
  ),
});

export function standardDocumentRoutes(app: Hono<StaffEnv>): void {
  register(app, getStandardDocument, async ({ params, query, context }) => {
    const { makeGetDocumentSource } = await import('@layan/application/standard/get-document-source');
    const { drawDocument } = await import('@layan/rendering/standard/draw-document');
    const { ports, member } = context.get('staff');
    const standard = standardIdOf(params.standardId);
    if (!standard.ok) return standard;
    const source = await makeGetDocumentSource(ports)({
      member,
      standard: standard.value,
      version: params.version,
    });
    const kind: DocumentKind = query.as;
    return answerAs(source, (found) => {
      const { extension, ...document } = drawDocument(found.version.standard, kind, optionsOf(found));
      return { fileName: `${params.standardId}-v${params.version}.${extension}`, ...document };
    });
  });
}
