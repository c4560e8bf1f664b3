// What happens at the counter before a claim is filed, and the slips they take home.
export { counterRoutes as routes } from '../routes/counter.ts';
