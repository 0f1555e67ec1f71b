const knex = require('knex');
const { PrismaClient } = require('@prisma/client');

exports.handler = async (event) => {
  const database = knex({ client: 'pg' });
  database('visits').insert({ id: event.id });
  database.raw('VACUUM orders');
  return database('orders').where({ id: event.id });
};

exports.order = async ({ id }) => {
  const prisma = new PrismaClient();
  prisma.visit.create({ data: { id } });
  prisma.visit.count().then((count) => console.log(count));
  return prisma.order.findUnique({ where: { id } });
};
