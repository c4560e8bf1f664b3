// A filing that is checked, sent, and its receipt: only here the engine decides about it.
export { sendingRoutes as pages } from '../routes/sending.tsx';
