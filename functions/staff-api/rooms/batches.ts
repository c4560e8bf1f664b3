// Batches: what waits to be gathered, and what is decided on lines.
export { batchRoutes as routes } from '../routes/batches.ts';
