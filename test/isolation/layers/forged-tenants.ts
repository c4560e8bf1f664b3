// People who say they are of another government: by a token of their own making, or by an answer that tells more than it
// should.
import { makeGetCase } from '@layan/application/case/get-case';
import { caseSeal } from '@layan/application/sealing/case-seal';
import { operation } from '@layan/contract/operation';
import { getCase } from '@layan/contract/staff/case';
import type { TenantId } from '@layan/domain/kernel/ids';
import { ok } from '@layan/domain/kernel/result';
import { createTokenVerifier, type VerifyToken } from '@layan/http/authenticate';
import { register } from '@layan/http/register';
import { createRequestLog } from '@layan/http/request-log';
import { createAdmission } from '@layan/http/staff-admission';
import { behindStaffDoors } from '@layan/http/staff-doors';
import { createLogger } from '@layan/observability/logger';
import { createLocalJWKSet, decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import * as z from 'zod/mini';
import { createStaffApi } from '../../../functions/staff-api/app.ts';
import { answerAs } from '../../../functions/staff-api/routes/answer.ts';
import { caseView } from '../../../functions/staff-api/routes/case-answer.ts';
import { caseIdOf } from '../../../functions/staff-api/routes/case-id.ts';
import { type Lab, NEIGHBOUR, OWN } from './lab.ts';
import type { Attack } from './wall.ts';

const issuer = 'https://id.example/pool';
const clientId = 'console';
/** From now on, and before anybody signed out. */
const FOR_GOOD = { expiresAt: Number.MAX_SAFE_INTEGER, issuedAt: Number.MAX_SAFE_INTEGER };
const Claims = z.object({ sub: z.string(), 'cognito:groups': z.array(z.string()) });
const parts = {
  consoleOrigin: 'https://console.example',
  requestLog: createRequestLog(createLogger('layers', () => undefined)),
  now: Date.now,
};

/** The pool publishes one key; whoever forges has another. */
async function pools() {
  const { publicKey } = await generateKeyPair('ES256');
  const { privateKey: forged } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256' };
  return { keys: createLocalJWKSet({ keys: [jwk] }), forged };
}

/** Believes what a token says of itself. */
const credulous: VerifyToken = async (authorization = '') => {
  const { sub, 'cognito:groups': groups } = Claims.parse(decodeJwt(authorization.replace(/^Bearer /, '')));
  return ok({ subject: sub, groups, ...FOR_GOOD });
};

export const forgedToken: Attack = {
  name: 'A clerk writes a token that says the neighbour’s group, and opens a case there whose id is known.',
  walls: [
    {
      layer: 'token',
      refuses: /^401 token-invalid/,
      bug: 'The signature of tokens is not checked.',
      remove: 'token',
    },
    {
      layer: 'membership',
      refuses: /^403 not-a-member/,
      bug: 'Members are looked up in the government they come from.',
      remove: 'membership',
    },
    {
      layer: 'access',
      refuses: /^404 not-found$/,
      bug: 'Everybody counts as a manager of the agency whose case it is.',
      remove: 'access',
    },
    {
      layer: 'masking',
      refuses: /^200 masked$/,
      bug: 'They ask for the NIK itself, with a reason, as managers may.',
      remove: 'masking',
    },
  ],
  attempt: async (lab) => {
    const { own, neighbour, bugs } = lab;
    const { keys, forged } = await pools();
    const clerk = own.cast('frontOffice');
    const claims = { token_use: 'access', client_id: clientId, 'cognito:groups': [`tenant:${NEIGHBOUR}`] };
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'k' })
      .setIssuer(issuer)
      .setSubject(clerk.id)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(forged);
    const openTenant = (tenant: TenantId) => {
      const ports = lab.portsOf('staff-api', 'staff', tenant);
      if (!bugs.has('membership')) return ports;
      const home = lab.portsOf('staff-api', 'staff', OWN).staff;
      const promoted = { agency: neighbour.office.agency, roles: ['serviceManager'] };
      const find: typeof home.find = async (id) => {
        const member = await home.find(id);
        return member && { ...member, ...(bugs.has('access') && promoted) };
      };
      return { ...ports, staff: { ...ports.staff, find } };
    };
    const verify = bugs.has('token') ? credulous : createTokenVerifier({ issuer, clientId, keys });
    const api = createStaffApi({ ...parts, verify, openTenant });
    const { caseId } = neighbour.receipt;
    const asked = (path: string, more: RequestInit = {}) =>
      api.fetch(
        new Request(`https://api.example/staff/cases/${caseId}${path}`, {
          ...more,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        }),
      );
    const answer = bugs.has('masking')
      ? await asked('/facts/nik/unmask', {
          method: 'POST',
          body: JSON.stringify({ reason: 'Ingin tahu saja, tanpa alasan.' }),
        })
      : await asked('');
    const text = await answer.text();
    if (answer.status !== 200) return `${answer.status} ${JSON.parse(text).code}`;
    // Read as people read it, in groups of four.
    const told = /\d{16}/.test(text.replace(/\s/g, '')) ? 'the NIK' : 'masked';
    const written = await lab.portsOf('staff-api', 'staff', NEIGHBOUR).unmaskings.list(caseId);
    return bugs.has('masking') ? `200 ${told}, written down ${written.length} times` : `200 ${told}`;
  },
  through: /^200 the NIK, written down 1 times$/,
};

export const answerThatTellsMore: Attack = {
  name: 'A route puts the record as it is kept into its answer, beside what it should tell.',
  walls: [
    {
      layer: 'schema',
      refuses: /^nothing undeclared$/,
      bug: 'The schema of the response lets everything through.',
      remove: 'schema',
    },
    {
      layer: 'sealed',
      refuses: /^ciphertext$/,
      bug: 'The route opens what it adds.',
      remove: 'sealed',
    },
  ],
  attempt: async (lab: Lab) => {
    const { own, bugs } = lab;
    const told = bugs.has('schema') ? operation({ ...getCase, response: z.looseObject({}) }) : getCase;
    const verify: VerifyToken = async () =>
      ok({ subject: own.cast('manager').id, groups: [`tenant:${OWN}`], ...FOR_GOOD });
    const openTenant = (tenant: TenantId) => lab.portsOf('staff-api', 'staff', tenant);
    const admit = createAdmission({ ...parts, verify, openTenant });
    const api = behindStaffDoors({ ...parts, admit }, (app) =>
      register(app, told, async ({ params, context }) => {
        const { ports, member } = context.get('staff');
        const caseId = caseIdOf(params.caseId);
        if (!caseId.ok) return caseId;
        const view = await answerAs(await makeGetCase(ports)({ member, caseId: caseId.value }), caseView);
        const { key, snapshot } = own.record;
        const seal = caseSeal(ports.vault, key, caseId.value);
        const nik = snapshot.facts.nik;
        const opened = bugs.has('sealed') && nik !== undefined ? await seal.openFact('nik', nik) : undefined;
        const more = { record: own.record, opened };
        return view.ok ? ok({ ...view.value, ...more }) : view;
      }),
    );
    const request = new Request(`https://api.example/staff/cases/${own.receipt.caseId}`, {
      headers: { authorization: 'Bearer x' },
    });
    const text = await (await api.fetch(request)).text();
    if (!text.includes('"record"')) return text.includes('"ticket"') ? 'nothing undeclared' : text;
    return /\d{16}/.test(text) ? 'the NIK' : 'ciphertext';
  },
  through: /^the NIK$/,
};
