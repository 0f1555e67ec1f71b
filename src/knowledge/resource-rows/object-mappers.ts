import type { Resource } from '../resource.js';

/** Query builders and object mappers, which have pools of their own. */
export const OBJECT_MAPPERS: readonly Resource[] = [
  {
    module: 'knex',
    kind: 'pool',
    acquire: ['default()', 'knex()'],
    isLazy: true,
    release: { method: 'destroy', ends: 'promise' },
    lends: ['withSchema', 'from', 'select', 'table', 'into', 'queryBuilder'],
  },
  {
    module: 'sequelize',
    kind: 'pool',
    acquire: ['new default', 'new Sequelize'],
    release: { method: 'close', ends: 'promise' },
    lends: ['define', 'model', 'getQueryInterface'],
  },
  {
    module: 'typeorm',
    kind: 'pool',
    acquire: ['new DataSource'],
    opensWith: 'initialize',
    release: { method: 'destroy', ends: 'promise', failsWhenBroken: true },
    lends: ['getRepository', 'createQueryRunner', 'createQueryBuilder', 'getTreeRepository'],
  },
  {
    module: 'typeorm',
    kind: 'pool',
    acquire: ['createConnection()'],
    acquiredByPromise: true,
    release: { method: 'close', ends: 'promise', failsWhenBroken: true },
    lends: ['getRepository', 'createQueryRunner', 'createQueryBuilder', 'getTreeRepository'],
  },
  {
    module: 'typeorm',
    kind: 'pooled connection',
    acquire: ['DataSource#createQueryRunner()', 'Connection#createQueryRunner()'],
    release: { method: 'release', ends: 'promise' },
    rollback: {
      isOpen: 'isTransactionActive',
      begin: 'startTransaction',
      method: 'rollbackTransaction',
    },
  },
  {
    module: '@prisma/client',
    kind: 'pool',
    acquire: ['new PrismaClient'],
    isLazy: true,
    release: { method: '$disconnect', ends: 'promise' },
  },
  // An unfinished transaction keeps its connection of the pool for ever.
  {
    module: 'sequelize',
    kind: 'transaction',
    acquire: ['default#transaction()', 'Sequelize#transaction()'],
    acquiredByPromise: true,
    release: { method: 'rollback', ends: 'promise', failsWhenBroken: true, unless: 'finished' },
    commit: 'commit',
  },
  {
    module: 'knex',
    kind: 'transaction',
    acquire: ['default#transaction()', 'knex#transaction()', 'Knex#transaction()'],
    acquiredByPromise: true,
    isLazy: true,
    release: { method: 'rollback', ends: 'promise', failsWhenBroken: true, unless: 'isCompleted()' },
    commit: 'commit',
  },
];
