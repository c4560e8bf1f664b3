// Cards looked up, shown and changed; the registers they stand in.
import type { CardAction, CardView } from '@layan/application/card/card-view';
import { makeChangeImportedCard } from '@layan/application/card/change-imported-card';
import { makeFindCard } from '@layan/application/card/find-card';
import { makeGetCard } from '@layan/application/card/get-card';
import { makeListRegister } from '@layan/application/card/list-register';
import { makeListRegisters } from '@layan/application/card/list-registers';
import type { RegisterError } from '@layan/application/register/errors';
import {
  changeImportedCard,
  findCard,
  getCard,
  listRegister,
  listRegisters,
} from '@layan/contract/staff/register';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { type ProblemBody, problems } from '@layan/http/problem';
import { register } from '@layan/http/register';
import { registerProblem } from '@layan/http/register-problems';
import { rejectionWords } from '@layan/http/rejection-words';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';

const answer = <T, A>(result: Result<T, RegisterError>, reshape: (value: T) => A): Result<A, ProblemBody> =>
  result.ok ? ok(reshape(result.value)) : err(registerProblem(result.error));

const action = ({ refusal, ...rest }: CardAction) => ({
  ...rest,
  ...(refusal && { reason: rejectionWords(refusal) }),
});

const cardView = ({ actions, ...rest }: CardView) => ({ ...rest, actions: actions.map(action) });

export function cardRoutes(app: Hono<StaffEnv>): void {
  register(app, findCard, async ({ body, context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeFindCard(ports)({ member, text: body.text }), (cards) => ({ cards }));
  });
  register(app, getCard, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeGetCard(ports)({ member, id: params.cardId }), cardView);
  });
  register(app, changeImportedCard, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    const input = { member, id: params.cardId, action: params.action, ...body };
    return answer(await makeChangeImportedCard(ports)(input), cardView);
  });
  register(app, listRegisters, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeListRegisters(ports)({ member }), (registers) => ({ registers }));
  });
  register(app, listRegister, async ({ params, query, context }) => {
    const { ports, member } = context.get('staff');
    const year = params.year === 'lama' ? 'imported' : Number(params.year);
    if (Number.isNaN(year)) return err(problems.notFound);
    const input = { member, product: params.product, year, after: query.after } as const;
    return answer(await makeListRegister(ports)(input), (page) => page);
  });
}
