// Why a scan is not kept.

export type ScanRejection = 'empty' | 'too-large' | 'unknown-type' | 'damaged' | 'encrypted';
