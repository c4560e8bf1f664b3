// One line per answered request, one per bug: which route, how long, which reference. Never an address, id, body or name.
import type { Logger } from '@layan/observability/logger';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';

export interface RequestLog {
  /** Sets `reference`, the id of the request that answers carry. */
  middleware(): MiddlewareHandler;
  /** A bug: logged with its stack, answered without. */
  broken(context: Context, error: unknown): void;
}

const requestIdOf = (context: Context): string => {
  const env: unknown = context.env;
  if (typeof env !== 'object' || env === null || !('lambdaContext' in env)) return crypto.randomUUID();
  const lambda: unknown = env.lambdaContext;
  return typeof lambda === 'object' && lambda !== null && 'awsRequestId' in lambda
    ? String(lambda.awsRequestId)
    : crypto.randomUUID();
};

/** Routes that admit a tenant say which one in `tenant`. */
const tenantOf = (context: Context): string | undefined => {
  const tenant: unknown = context.get('tenant');
  return typeof tenant === 'object' && tenant !== null && 'id' in tenant ? String(tenant.id) : undefined;
};

export function createRequestLog(logger: Logger, now: () => number = Date.now): RequestLog {
  let coldStart = true;
  return {
    middleware: () => async (context, next) => {
      const began = now();
      const reference = requestIdOf(context);
      context.set('reference', reference);
      await next();
      logger.log('L001', {
        requestId: reference,
        tenant: tenantOf(context),
        operation: routePath(context, -1),
        method: context.req.method,
        status: context.res.status,
        ms: now() - began,
        coldStart,
      });
      coldStart = false;
    },
    broken(context, error) {
      const known = error instanceof Error;
      logger.log('L002', {
        requestId: context.get('reference'),
        operation: routePath(context, -1),
        method: context.req.method,
        errorName: known ? error.name : 'unknown',
        stack: known ? error.stack : undefined,
      });
    },
  };
}
