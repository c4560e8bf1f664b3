// Scans for a case that came back to the citizen.
export { completionScanRoutes as pages } from '../routes/completion-scans.tsx';
