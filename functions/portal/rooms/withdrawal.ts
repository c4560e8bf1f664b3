// Withdrawing a case that was sent.
export { withdrawalRoutes as pages } from '../routes/withdrawal.tsx';
