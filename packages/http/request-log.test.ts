import { createLogger } from '@layan/observability/logger';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { createRequestLog } from './request-log.ts';

function appWithLog() {
  const lines: string[] = [];
  const log = createRequestLog(createLogger('test', (line) => lines.push(line)));
  const app = new Hono<{ Variables: { reference: string } }>();
  app.use(log.middleware());
  app.get('/cases/:caseId', (context) => context.text(context.get('reference')));
  app.get('/refused/:what', (context) => context.text('no', 403));
  app.get('/broken', () => {
    throw new TypeError('the stack is for us');
  });
  app.onError((error, context) => {
    log.broken(context, error);
    return context.text('sorry', 500);
  });
  return { app, lines };
}

describe('request log', () => {
  it('logs the route and not the address, so that no id reaches a log', async () => {
    const { app, lines } = appWithLog();
    await app.request('/cases/secret-id?ticket=secret');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      code: 'L001',
      operation: '/cases/:caseId',
      method: 'GET',
      status: 200,
      coldStart: true,
    });
    expect(lines.join()).not.toContain('secret');
  });

  it.each([
    ['/refused/secret-id', '/refused/:what', 403],
    ['/broken', '/broken', 500],
    ['/nowhere/secret-id', '/*', 404],
  ])('logs that %s was refused, by its route and status', async (path, operation, status) => {
    const { app, lines } = appWithLog();
    expect((await app.request(path)).status).toBe(status);
    const line = lines.map((text) => JSON.parse(text)).find(({ code }) => code === 'L001');
    expect(line).toMatchObject({ operation, method: 'GET', status });
    expect(lines.join()).not.toContain('secret-id');
  });

  it('gives the request the id that Lambda gave it', async () => {
    const { app } = appWithLog();
    const response = await app.request('/cases/1', {}, { lambdaContext: { awsRequestId: 'r-1' } });
    expect(await response.text()).toBe('r-1');
  });

  it('logs a bug with its stack and the reference', async () => {
    const { app, lines } = appWithLog();
    await app.request('/broken', {}, { lambdaContext: { awsRequestId: 'r-2' } });
    const bug = lines.map((line) => JSON.parse(line)).find(({ code }) => code === 'L002');
    expect(bug).toMatchObject({ requestId: 'r-2', operation: '/broken', errorName: 'TypeError' });
    expect(bug.stack).toContain('request-log.test.ts');
    expect(bug.stack).not.toContain('the stack is for us');
  });

  it('says only once that the function was cold', async () => {
    const { app, lines } = appWithLog();
    await app.request('/cases/1');
    await app.request('/cases/2');
    expect(lines.map((line) => JSON.parse(line).coldStart)).toEqual([true, false]);
  });
});
