import type { Resource } from '../resource.js';

/** Directories, shells, file servers and HTTP clients. */
export const REMOTE_SERVICES: readonly Resource[] = [
  {
    module: 'ldapts',
    kind: 'connection',
    acquire: ['new Client'],
    opensWith: 'bind',
    release: { method: 'unbind', ends: 'promise' },
    dispose: { keyword: 'await using', sinceMajor: 8 },
  },
  {
    module: 'ssh2-sftp-client',
    kind: 'connection',
    acquire: ['new default'],
    opensWith: 'connect',
    release: { method: 'end', ends: 'promise' },
    lends: ['createReadStream', 'createWriteStream'],
  },
  {
    module: 'basic-ftp',
    kind: 'connection',
    acquire: ['new Client'],
    opensWith: 'access',
    release: { method: 'close', ends: 'at once' },
  },
  {
    module: 'undici',
    kind: 'pool',
    acquire: ['new Pool', 'new Client', 'new Agent'],
    release: { method: 'close', ends: 'promise', finishesStartedWork: true },
    alsoReleasedBy: ['destroy'],
  },
  {
    module: 'ldapjs',
    kind: 'connection',
    acquire: ['createClient()'],
    release: { method: 'unbind', ends: 'callback' },
    alsoReleasedBy: ['destroy'],
  },
  {
    module: 'ssh2',
    kind: 'connection',
    acquire: ['new Client'],
    givesNoPromises: true,
    release: { method: 'end', ends: 'at once' },
    alsoReleasedBy: ['destroy'],
  },
];
