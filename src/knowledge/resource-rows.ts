import type { Resource } from './resource.js';
import { BROWSERS } from './resource-rows/browsers.js';
import { DOCUMENT_STORES } from './resource-rows/document-stores.js';
import { KEY_VALUE_STORES } from './resource-rows/key-value-stores.js';
import { MESSAGE_BROKERS } from './resource-rows/message-brokers.js';
import { NODE_HANDLES } from './resource-rows/node.js';
import { OBJECT_MAPPERS } from './resource-rows/object-mappers.js';
import { REMOTE_SERVICES } from './resource-rows/remote-services.js';
import { SQL_DRIVERS } from './resource-rows/sql-drivers.js';

/**
 * Reduced from runs of each package at its legacy and current majors (release called once, twice, and after a failed
 * connect) and from the dispose methods that its own classes declare. Packages without anything to close (drizzle,
 * aws-sdk, influx) are absent on purpose, and so are resources that belong to the process (`mongoose.connect`,
 * `sql.connect` of mssql, servers) and consumers, which go on by themselves.
 */
export const RESOURCES: readonly Resource[] = [
  ...SQL_DRIVERS,
  ...OBJECT_MAPPERS,
  ...DOCUMENT_STORES,
  ...KEY_VALUE_STORES,
  ...MESSAGE_BROKERS,
  ...REMOTE_SERVICES,
  ...BROWSERS,
  ...NODE_HANDLES,
];
