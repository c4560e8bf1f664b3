// Filing at the counter: apart from the rest, because it needs the engine.
export { counterSendingRoutes as routes } from '../routes/counter-sending.ts';
