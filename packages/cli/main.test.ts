import { describe, expect, test } from 'vitest';
import { commands } from './commands.ts';
import { call } from './fixtures/call.ts';
import { ErrorResult } from './results/error-result.ts';

const standard = 'packages/standards/example/surat-keterangan.json';

describe('the layan command', () => {
  test('tells what it can do, and does so on the error output when nothing was asked', async () => {
    const asked = await call(['--help']);
    expect(asked).toMatchObject({ exit: 0, err: '' });
    for (const { name } of commands) expect(asked.out).toContain(`  ${name} `);
    expect(await call([])).toEqual({ exit: 2, out: '', err: asked.out });
    expect(await call(['help'])).toEqual(asked);
  });

  test.each(commands.map(({ name }) => name))('explains %s with every option', async (name) => {
    const help = await call([name, '--help']);
    expect(help).toMatchObject({ exit: 0, err: '' });
    const command = commands.find((one) => one.name === name);
    for (const option of Object.keys(command?.options ?? {})) expect(help.out).toContain(`--${option}`);
    expect(help.out).toContain('--json');
    expect(await call([name, '-h'])).toEqual(help);
    expect(await call(['help', name])).toEqual(help);
  });

  test.each([
    [['chek', standard], 'unknown-command', 'Maksud Anda "check"?'],
    [['constructor'], 'unknown-command', 'Yang ada: check'],
    [['check', standard, '--tenat', 'x'], 'unknown-option', 'Maksud Anda "--tenant"?'],
    [['check', standard, '-x'], 'unknown-option', '-x'],
    [['check', standard, '--__proto__'], 'unknown-option', '--__proto__'],
    [['check'], 'operands', 'layan check FILE'],
    [['check', standard, standard], 'operands', 'Terlalu banyak'],
    [['check', standard, '--tenant'], 'option-value', '--tenant TENANT.json'],
    [['check', standard, '--tenant', '--json'], 'option-value', '--tenant TENANT.json'],
    [['check', standard, '--tenant='], 'option-value', '--tenant TENANT.json'],
    [['check', standard, '--json=yes'], 'option-value', 'tidak menerima nilai'],
    [['paths', standard, '--most', '0'], 'option-value', 'dari 1 sampai'],
    [['paths', standard, '--most', 'ten'], 'option-value', 'dari 1 sampai'],
    [['render', standard], 'operands', '--as wajib'],
    [['render', standard, '--as', 'pdf'], 'option-value', 'html, sippn, svg, json'],
    [['deadline', standard, '--from', '2026-03-02T09:00'], 'operands', '--channel wajib'],
    [['deadline', standard, '--channel', 'counter'], 'operands', '--from wajib'],
    [['deadline', standard, '--channel', 'a', '--channel', 'b'], 'option-value', 'satu kali'],
    [['run', standard], 'operands', '--script'],
    [['run', standard, '--script', 'a', '--example', 'b'], 'operands', 'salah satu'],
    [['run', standard, '--example', 'givn'], 'unknown-name', 'Maksud Anda "given"?'],
    [['schema', 'standrd'], 'unknown-name', 'Maksud Anda "standard"?'],
    [['diff', standard], 'operands', 'diff OLD NEW'],
    [['diff', '-', '-'], 'operands', 'Hanya satu'],
  ])('refuses %j as bad usage', async (args, code, words) => {
    const { exit, err } = await call(args);
    expect(exit).toBe(2);
    expect(err).toContain(words);
    const asked = args.some((one) => one.startsWith('--json')) ? args : [...args, '--json'];
    const asJson = await call(asked);
    expect(asJson.exit).toBe(2);
    if (!asked.includes('--json')) return;
    expect(ErrorResult.parse(JSON.parse(asJson.out)).error.code).toBe(code);
  });

  test('hands on the separator that some shells write', async () => {
    expect((await call(['--', 'check', standard])).exit).toBe(0);
  });
});
