// Made by scripts/reduce-package-callbacks.mjs from an introspection of the packages' types and runs of them.

/** The callback APIs of some majors of a package, by the names of functions and methods; `()` is the package itself. */
export interface PackageCallbacks {
  readonly from: number;
  /** Inclusive; 999 is all later ones. */
  readonly to: number;
  /** `util.promisify` gives the promise form. */
  readonly promisify?: string;
  /** The call without its callback returns the promise. */
  readonly omit?: string;
  /** There is no equal promise form: called more than once, no error, the callback isn't last, no callbacks any more. */
  readonly refuse?: string;
}

export const PACKAGE_CALLBACKS: Readonly<Record<string, readonly PackageCallbacks[]>> = {
  mysql: [
    {
      from: 2,
      to: 2,
      promisify:
        'query connect end changeUser ping statistics beginTransaction commit rollback getConnection',
    },
  ],
  mysql2: [
    {
      from: 1,
      to: 3,
      promisify:
        'query execute getConnection end connect ping prepare beginTransaction commit rollback changeUser',
    },
  ],
  'mysql2/promise': [{ from: 1, to: 999, refuse: 'query' }],
  pg: [{ from: 7, to: 999, omit: 'connect end query' }],
  'mariadb/callback': [
    {
      from: 3,
      to: 999,
      promisify:
        'query execute batch beginTransaction commit rollback ping end prepare changeUser reset getConnection',
    },
  ],
  sqlite3: [
    {
      from: 5,
      to: 6,
      promisify: 'get all exec run close prepare loadExtension bind finalize',
      refuse: 'each serialize parallelize',
    },
  ],
  mssql: [
    {
      from: 4,
      to: 999,
      omit: 'connect close query batch execute bulk begin commit rollback prepare unprepare',
    },
  ],
  tedious: [
    {
      from: 8,
      to: 20,
      promisify: 'connect reset',
      refuse:
        'beginTransaction commitTransaction rollbackTransaction saveTransaction execSql callProcedure execBulkLoad execSqlBatch prepare execute',
    },
  ],
  oracledb: [
    {
      from: 1,
      to: 999,
      omit: 'close commit rollback ping break release changePassword execute executeMany getQueue subscribe getConnection createPool terminate getRow getRows',
    },
  ],
  'cassandra-driver': [
    { from: 3, to: 999, omit: 'connect execute batch executeGraph shutdown', refuse: 'eachRow stream' },
  ],
  'snowflake-sdk': [{ from: 1, to: 999, promisify: 'connect destroy', refuse: 'execute' }],
  duckdb: [{ from: 0, to: 1, promisify: 'run all exec close', refuse: 'each' }],
  mongodb: [
    {
      from: 3,
      to: 4,
      omit: 'findOne insertOne insertMany updateOne updateMany replaceOne deleteOne deleteMany countDocuments distinct bulkWrite createIndex findOneAndUpdate findOneAndDelete drop connect close toArray next hasNext endSession commitTransaction abortTransaction',
      refuse: 'forEach find aggregate',
    },
    {
      from: 5,
      to: 999,
      refuse: 'findOne insertOne insertMany updateOne updateMany replaceOne deleteOne deleteMany',
    },
  ],
  mongoose: [
    {
      from: 5,
      to: 6,
      omit: 'findOne find findById countDocuments updateOne updateMany deleteOne deleteMany findOneAndUpdate findByIdAndUpdate findByIdAndDelete create insertMany aggregate distinct exists exec save remove validate populate connect disconnect',
    },
    {
      from: 7,
      to: 999,
      refuse: 'findOne find findById countDocuments updateOne updateMany deleteOne deleteMany pre post',
    },
  ],
  redis: [
    {
      from: 2,
      to: 3,
      promisify:
        'get set setex del hget hset hgetall hmset incr expire exists keys lpush lrange sadd smembers mget ttl publish quit ping zadd scan eval auth select subscribe psubscribe monitor exec exec_atomic',
      refuse: 'end',
    },
    { from: 4, to: 999, refuse: 'get set del hGetAll quit' },
  ],
  ioredis: [
    {
      from: 4,
      to: 999,
      omit: 'get set del hgetall quit mget exists expire incr publish subscribe connect',
      refuse: 'pipeline multi',
    },
  ],
  memcached: [
    {
      from: 2,
      to: 2,
      promisify:
        'get set add replace del gets getMulti incr decr touch cas append prepend stats flush version',
    },
  ],
  memjs: [
    {
      from: 1,
      to: 999,
      omit: 'get set delete add replace increment decrement append prepend touch flush',
      refuse: 'stats statsWithKey resetStats',
    },
  ],
  elasticsearch: [
    { from: 0, to: 16, omit: 'search index get create update delete bulk count ping msearch scroll' },
  ],
  '@elastic/elasticsearch': [{ from: 7, to: 7, omit: 'search index get bulk count ping' }],
  dynamoose: [{ from: 1, to: 4, omit: 'get create update delete batchGet query scan' }],
  'amqplib/callback_api': [
    {
      from: 0,
      to: 999,
      promisify:
        'connect createChannel createConfirmChannel close assertQueue checkQueue deleteQueue purgeQueue bindQueue assertExchange get prefetch cancel consume publish sendToQueue waitForConfirms',
    },
  ],
  mqtt: [
    { from: 4, to: 5, promisify: 'publish subscribe unsubscribe end', refuse: 'handleMessage handleAuth' },
  ],
  nats: [{ from: 2, to: 2, refuse: 'callback addEndpoint' }],
  request: [{ from: 2, to: 2, promisify: 'get post put patch head del delete ()' }],
  superagent: [{ from: 3, to: 999, omit: 'end get post put del' }],
  needle: [{ from: 2, to: 3, promisify: 'get head post put patch delete request' }],
  undici: [{ from: 4, to: 999, omit: 'request connect upgrade close destroy stream' }],
  soap: [{ from: 0, to: 1, promisify: 'createClient' }],
  express: [{ from: 4, to: 5, promisify: 'sendFile download render', refuse: 'listen use get' }],
  multer: [{ from: 1, to: 2, refuse: '_handleFile _removeFile fileFilter filename' }],
  jsonwebtoken: [{ from: 8, to: 9, promisify: 'sign verify' }],
  bcrypt: [{ from: 1, to: 999, omit: 'hash compare genSalt' }],
  bcryptjs: [{ from: 2, to: 3, omit: 'hash compare genSalt' }],
  nodemailer: [{ from: 2, to: 999, omit: 'sendMail verify createTestAccount', refuse: 'send' }],
  mkdirp: [{ from: 0, to: 0, promisify: '()' }],
  rimraf: [{ from: 0, to: 3, promisify: '()' }],
  glob: [{ from: 0, to: 8, promisify: '()' }],
  ncp: [{ from: 2, to: 2, promisify: '()' }],
  'graceful-fs': [
    {
      from: 4,
      to: 4,
      promisify: 'readFile writeFile appendFile copyFile readdir open stat lstat rename chown chmod',
    },
  ],
  'fs-extra': [
    {
      from: 5,
      to: 999,
      omit: 'copy move ensureDir mkdirp mkdirs remove readJson writeJson outputFile outputJson pathExists emptyDir ensureFile ensureLink ensureSymlink readFile writeFile readdir stat unlink mkdtemp access rename read write exists open close',
    },
  ],
  async: [
    {
      from: 3,
      to: 3,
      omit: 'parallel series waterfall each eachSeries eachLimit eachOf forEach forEachOf map mapSeries mapLimit filter reduce auto retry times whilst until doWhilst some every detect concat sortBy race parallelLimit mapValues groupBy transform',
      refuse: 'queue priorityQueue cargo memoize reflect timeout constant ensureAsync apply',
    },
    {
      from: 0,
      to: 2,
      promisify:
        'parallel series waterfall each eachSeries eachLimit eachOf forEach forEachOf map mapSeries mapLimit filter reduce auto retry times whilst until some',
    },
  ],
  xml2js: [{ from: 0, to: 999, promisify: 'parseString' }],
  'csv-parse': [{ from: 4, to: 999, promisify: 'parse' }],
  jimp: [
    {
      from: 0,
      to: 0,
      promisify: 'write getBuffer getBase64',
      omit: 'read',
      refuse: 'resize crop rotate blur quality',
    },
  ],
  sharp: [{ from: 0, to: 999, omit: 'toBuffer toFile metadata stats' }],
  gm: [
    {
      from: 1,
      to: 1,
      promisify: 'write toBuffer size identify format depth color res filesize orientation',
      refuse: 'stream',
    },
  ],
  ldapjs: [
    {
      from: 1,
      to: 3,
      promisify: 'bind add compare del modify modifyDN unbind exop starttls',
      refuse: 'search',
    },
  ],
  ssh2: [
    {
      from: 1,
      to: 1,
      refuse: 'exec shell subsys read',
      promisify:
        'sftp forwardIn unforwardIn forwardOut readFile writeFile readdir stat lstat mkdir rmdir unlink rename fastGet fastPut open close realpath readlink chmod chown utimes',
    },
  ],
  twilio: [{ from: 3, to: 6, omit: 'create list page', refuse: 'each' }],
  '@sendgrid/mail': [{ from: 6, to: 8, omit: 'send sendMultiple' }],
  stripe: [{ from: 0, to: 21, omit: 'create retrieve update del list' }],
  axios: [{ from: 0, to: 999, refuse: 'use lookup' }],
  'neo4j-driver': [{ from: 0, to: 999, refuse: 'then catch' }],
};
