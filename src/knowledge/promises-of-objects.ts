/**
 * Methods of what packages make (clients, connections, models) that return a promise when they are called without a
 * callback, for JavaScript whose types nobody knows: the package isn't installed, or has none.
 */
export interface PromiseOfObject {
  /** Module specifiers without `node:`. */
  readonly module: RegExp;
  /** What was done with the module, as in Origin's path, joined by dots: `create.().post`. */
  readonly callee: RegExp;
  /** Where that is documented. */
  readonly source: string;
}

export const PROMISES_OF_OBJECTS: readonly PromiseOfObject[] = [
  {
    module: /^axios$/,
    callee: /^create\.\(\)(?:\.(?:request|get|delete|head|options|post|put|patch|(?:post|put|patch)Form))?$/,
    source: 'axios-http.com/docs/instance',
  },
  {
    module: /^got$/,
    callee: /^extend\.\(\)(?:\.(?:get|post|put|patch|head|delete))?$/,
    source: 'github.com/sindresorhus/got#documentation',
  },
  {
    module: /^util$/,
    callee: /^promisify\.\(\)(?:\.(?:call|apply))?$/,
    source: 'nodejs.org/api/util.html, util.promisify(original)',
  },
  {
    module: /^aws-sdk(?:\/|$)/,
    callee: /(?:^|\.)new\.(?:.*\.)?promise$/,
    source: 'docs.aws.amazon.com/AWSJavaScriptSDK/latest, AWS.Request.promise',
  },
  {
    module: /^@aws-sdk\/client-/,
    callee: /^\w+\.new\.send$/,
    source: 'docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest, Client.send',
  },
  {
    module: /^@aws-sdk\/lib-dynamodb$/,
    callee:
      /^(?:DynamoDBDocumentClient\.from\.\(\)\.send|DynamoDBDocument\.from\.\(\)\.(?:get|put|update|delete|query|scan|batchGet|batchWrite|transactGet|transactWrite))$/,
    source: 'docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest, lib-dynamodb',
  },
  {
    module: /^mysql2\/promise$/,
    callee:
      /^(?:createConnection|createPool|createPool\.\(\)\.getConnection)\.\(\)\.(?:query|execute|beginTransaction|commit|rollback|ping|end|getConnection)$/,
    source: 'sidorares.github.io/node-mysql2/docs, promise wrapper',
  },
  {
    module: /^mongodb$/,
    callee:
      /^MongoClient\.(?:connect|(?:new|connect\.\(\))\.(?:connect|close|.*\.(?:insertOne|insertMany|updateOne|updateMany|replaceOne|deleteOne|deleteMany|findOne|findOneAndUpdate|findOneAndDelete|bulkWrite|countDocuments|createIndex|dropDatabase)))$/,
    source: 'mongodb.github.io/node-mongodb-native, Collection',
  },
  {
    module: /^mongoose$/,
    callee:
      /^(?:connect|disconnect|model\.\(\)\.(?:create|insertMany|updateOne|updateMany|deleteOne|deleteMany|findOneAndUpdate|findByIdAndUpdate|findByIdAndDelete|bulkWrite)|model\.\(\)\.new\.save)$/,
    source: 'mongoosejs.com/docs/queries.html: a query does nothing until it is awaited',
  },
  {
    module: /^knex$/,
    callee:
      /^\(\)\.(?:\(\)\.(?:.*\.)?(?:insert|update|del|delete|truncate|increment|decrement)|destroy|raw)$/,
    source: 'knexjs.org/guide/interfaces.html: a query does nothing until it is awaited',
  },
  {
    module: /^@prisma\/client$/,
    callee:
      /^PrismaClient\.new\.(?:\$connect|\$disconnect|\$executeRaw|\w+\.(?:create|createMany|update|updateMany|upsert|delete|deleteMany))$/,
    source: 'prisma.io/docs/orm/reference: a query does nothing until it is awaited',
  },
  {
    module: /^@sendgrid\/mail$/,
    callee: /^send(?:Multiple)?$/,
    source: 'github.com/sendgrid/sendgrid-nodejs, packages/mail',
  },
  {
    module: /^stripe$/,
    callee: /^(?:new|\(\))\.(?:\w+\.)+(?:create|update|del|cancel|retrieve|list|confirm|capture)$/,
    source: 'github.com/stripe/stripe-node#usage',
  },
];
