// The layers of the house: calls run downhill only, and each folder has one kind of neighbour.
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^(packages|functions|infra|web|test)/', pathNot: [from, ...allowed] },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Two modules that need each other are one.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'The domain imports zod and itself; its tests also Temporal, as the independent oracle.',
      from: { path: '^packages/domain/', pathNot: ['\\.test\\.ts$', '^packages/domain/testing/'] },
      to: { pathNot: ['^packages/domain/', 'node_modules/.*zod/'] },
    },
    only('application-knows-the-domain', '^packages/application/', ['^packages/domain/']),
    only('storage-implements-ports', '^packages/storage/', ['^packages/(domain|application)/']),
    only('examination-looks', '^packages/examination/', ['^packages/(domain|application)/']),
    only('rendering-draws', '^packages/rendering/', ['^packages/domain/']),
    only('contract-knows-the-domain', '^packages/contract/', ['^packages/domain/']),
    only('http-composes', '^packages/http/', ['^packages/(domain|application|contract|observability)/']),
    only('standards-are-data', '^packages/standards/', ['^packages/domain/']),
    only('cli-composes', '^packages/cli/', ['^packages/(domain|application|rendering|storage)/']),
    only('observability-stands-alone', '^packages/observability/', []),
    only('web-portal-is-pages', '^web/portal/', ['^packages/(contract|domain)/']),
    only('web-console-is-a-client', '^web/console/', ['^packages/(contract|domain)/']),
    only('functions-compose', '^functions/', ['^packages/', '^web/portal/']),
    only('infra-runs-no-product-code', '^infra/', ['^packages/(contract|domain|standards)/']),
    {
      name: 'functions-are-apart',
      severity: 'error',
      comment: 'One function never imports another.',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/', pathNot: '^functions/$1/' },
    },
    {
      name: 'features-are-apart',
      severity: 'error',
      comment: 'Console features meet in app, not in each other.',
      from: { path: '^web/console/features/([^/]+)/' },
      to: { path: '^web/console/(features|app)/', pathNot: '^web/console/features/$1/' },
    },
    {
      name: 'tests-stay-tests',
      severity: 'error',
      comment: 'Product code does not import tests or test doubles.',
      from: {
        path: '^(packages|functions|infra|web)/',
        pathNot: [
          '\\.test\\.tsx?$',
          '/fixtures/',
          '^packages/testing/',
          '^packages/domain/testing/',
          '^infra/local/',
        ],
      },
      to: {
        path: ['\\.test\\.tsx?$', '/fixtures/', '^packages/testing/', '^packages/domain/testing/', '^test/'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(cdk\\.out|dist|\\.local)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
