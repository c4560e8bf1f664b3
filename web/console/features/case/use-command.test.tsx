// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Asked, anApi, aProblem, Surroundings } from '../../fixtures/an-api.tsx';
import { aCase, anAction, anOutcome } from '../../fixtures/case-view.ts';
import { useCommand } from './use-command.ts';

afterEach(cleanup);

const open = (answer: (asked: Asked) => unknown, action = anAction(), view = aCase()) => {
  const { api, asked } = anApi(answer);
  const on = { done: vi.fn(), overtaken: vi.fn() };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <Surroundings api={api}>{children}</Surroundings>
  );
  const hook = renderHook(({ seen }) => useCommand(seen, action, on), {
    wrapper,
    initialProps: { seen: view },
  });
  const send = async (texts: Record<string, string> = {}, outcome = anOutcome({ note: 'optional' })) => {
    const before = asked.length;
    act(() => hook.result.current.send(outcome, action.fields, texts));
    await waitFor(() => expect(asked.length).toBe(before + 1));
    await waitFor(() => expect(hook.result.current.sending).toBe(false));
  };
  const keys = () => asked.map(({ input }) => input.idempotencyKey);
  return { hook, send, on, asked, keys };
};

const refused = () => {
  throw aProblem(503, 'unreadable-answer');
};

describe('sending a step', () => {
  it('says what was seen, what was chosen and what was typed', async () => {
    const action = anAction({
      fields: [{ fact: 'decile', label: 'Desil', type: 'integer', required: false }],
    });
    const { send, asked } = open(() => aCase(), action);
    await send({ 'fact.decile': '3', 'fact.left-over': 'x', note: ' Sudah lengkap. ' });
    expect(asked[0]?.input).toMatchObject({
      params: { caseId: 'case-1', step: 'initial-verification' },
      body: { expectedSeq: 7, outcome: 'accept', facts: { decile: '3' }, note: 'Sudah lengkap.' },
    });
  });

  it('keeps its key when the same content is tried again', async () => {
    const { send, keys } = open(refused);
    await send({ note: 'Sama.' });
    await send({ note: 'Sama.' });
    expect(keys()[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys()[1]).toBe(keys()[0]);
  });

  it('takes a new key for other content, another outcome, or a case that has moved on', async () => {
    const { send, keys, hook } = open(refused);
    await send({ note: 'Satu.' });
    await send({ note: 'Dua.' });
    await send({ note: 'Dua.' }, anOutcome({ id: 'refer', note: 'optional' }));
    hook.rerender({ seen: aCase({ seq: 8 }) });
    await send({ note: 'Dua.' }, anOutcome({ id: 'refer', note: 'optional' }));
    expect(new Set(keys()).size).toBe(4);
  });

  it('leaves out a note that the outcome has no place for', async () => {
    const { send, asked } = open(() => aCase());
    await send({ note: 'Dari hasil lain.' }, anOutcome({ note: 'none' }));
    expect(asked[0]?.input.body).not.toHaveProperty('note');
  });

  it('names what is missing only when the file is returned', async () => {
    const { send, asked } = open(() => aCase());
    const ticked = { 'missing.requirement.family-card': 'yes', note: 'Foto ulang.' };
    await send(ticked, anOutcome({ id: 'return', missing: true, note: 'required' }));
    await send(ticked);
    expect(asked[0]?.input.body).toMatchObject({ missing: { requirements: ['family-card'], facts: [] } });
    expect(asked[1]?.input.body).not.toHaveProperty('missing');
  });

  it('ends a case by its interruption', async () => {
    const { send, asked } = open(() => aCase(), anAction({ kind: 'interruption', id: 'withdraw' }));
    await send({ note: 'Atas permintaan.' });
    expect(asked[0]).toMatchObject({
      path: '/staff/cases/:caseId/interruptions/:interruption',
      input: { params: { interruption: 'withdraw' }, body: { expectedSeq: 7, note: 'Atas permintaan.' } },
    });
  });
});

describe('the answer to a step', () => {
  it('tells what was saved', async () => {
    const { send, on } = open(() => aCase());
    await send();
    expect(on.done).toHaveBeenCalledWith('Tersimpan: Terima berkas.');
    expect(on.overtaken).not.toHaveBeenCalled();
  });

  it('hands over the note when somebody else was faster, instead of showing a fault in the form', async () => {
    const { send, on, hook } = open(() => {
      throw aProblem(409, 'case-changed');
    });
    await send({ note: 'Mohon foto ulang.' });
    expect(on.overtaken).toHaveBeenCalledWith(expect.objectContaining({ note: 'Mohon foto ulang.' }));
    expect(hook.result.current.error).toBeNull();
  });

  it('stays in the form when the step itself was refused', async () => {
    const { send, on, hook } = open(() => {
      throw aProblem(409, 'outcome-not-offered');
    });
    await send();
    expect(on.overtaken).not.toHaveBeenCalled();
    expect(hook.result.current.error).toMatchObject({ problem: { code: 'outcome-not-offered' } });
  });
});
