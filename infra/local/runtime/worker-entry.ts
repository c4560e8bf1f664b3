// Runs inside a worker thread: loads one function's handler and answers one event after another.
import { parentPort, workerData } from 'node:worker_threads';

interface Call {
  readonly event: string;
  readonly requestId: string;
  readonly deadline: number;
}

const { entry, exported, name, arn } = workerData;
const loaded: unknown = await import(entry);
const handler: unknown =
  typeof loaded === 'object' && loaded !== null ? Reflect.get(loaded, exported) : undefined;
if (typeof handler !== 'function') throw new Error(`${entry} exports no function ${exported}.`);

parentPort?.on('message', async ({ event, requestId, deadline }: Call) => {
  const context = {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: false,
    functionName: name,
    functionVersion: '$LATEST',
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    invokedFunctionArn: arn,
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    memoryLimitInMB: '256',
  };
  try {
    const answer: unknown = await handler(JSON.parse(event), context);
    parentPort?.postMessage({ answer: JSON.stringify(answer) ?? 'null' });
  } catch (error) {
    const known = error instanceof Error ? error : new Error(String(error));
    parentPort?.postMessage({
      error: { type: known.name, message: known.message, stack: known.stack ?? '' },
    });
  }
});
parentPort?.postMessage({ ready: true });
