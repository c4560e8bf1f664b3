import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.ts';
import { messages } from './messages.ts';
import { createMetrics } from './metrics.ts';

const capture = () => {
  const lines: string[] = [];
  return { lines, write: (line: string) => lines.push(line) };
};

describe('logger', () => {
  it('writes one JSON line with the code and the sentence of the catalogue', () => {
    const { lines, write } = capture();
    createLogger('portal', write, () => new Date('2026-03-25T00:00:00Z')).log('L001', {
      status: 200,
      ms: 12,
    });
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      at: '2026-03-25T00:00:00.000Z',
      level: 'info',
      code: 'L001',
      message: messages.L001.sentence,
      source: 'portal',
      status: 200,
      ms: 12,
    });
  });

  it('drops a field that the message does not list', () => {
    const { lines, write } = capture();
    const fields: Record<string, string> = { reason: 'expired', nik: 'secret' };
    createLogger('staff-api', write).log('L102', fields);
    expect(lines[0]).toContain('expired');
    expect(lines[0]).not.toContain('secret');
  });

  it('cuts a long run of digits out of a value, so that an identifier in a stack never reaches the log', () => {
    const { lines, write } = capture();
    const nik = ['357401', '450590', '9002'].join('');
    createLogger('portal', write).log('L002', { errorName: 'TypeError', stack: `  at parse(${nik})` });
    expect(lines[0]).not.toContain(nik);
    expect(lines[0]).toContain('at parse([cut])');
  });

  it('stays one line that only says what it is, whatever a value would make of it', () => {
    const lines: string[] = [];
    const errorName = 'x\n{"level":"info"}\r\u001b[2J\u009b2J\u2028\u202e';
    createLogger('portal', (line) => lines.push(line)).log('L002', {
      requestId: 'r',
      operation: '/',
      method: 'GET',
      errorName,
      stack: undefined,
    });
    expect(lines).toHaveLength(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(lines[0]).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202e]/);
    expect(JSON.parse(lines[0] ?? '').level).toBe('error');
  });

  it('keeps the places of a stack and not the message, which may quote what somebody typed', () => {
    const { lines, write } = capture();
    const { stack } = new TypeError('Warga Uji Satu, Jalan Contoh 5');
    createLogger('portal', write).log('L002', { errorName: 'TypeError', stack });
    expect(lines[0]).not.toContain('Warga');
    expect(lines[0]).toContain('observability.test.ts');
  });
});

describe('metrics', () => {
  it('counts for the stage and for the tenant in one embedded-format line', () => {
    const { lines, write } = capture();
    createMetrics('local', write, () => 1).count('CasesFiled', 2, 'kota-uji');
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      _aws: {
        Timestamp: 1,
        CloudWatchMetrics: [
          {
            Namespace: 'Layan',
            Dimensions: [['stage'], ['stage', 'tenant']],
            Metrics: [{ Name: 'CasesFiled', Unit: 'Count' }],
          },
        ],
      },
      stage: 'local',
      tenant: 'kota-uji',
      CasesFiled: 2,
    });
  });
});
