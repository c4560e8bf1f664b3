// Filing for others at the counter, and the slips they take home.
export { counterRoutes as routes } from '../routes/counter.ts';
