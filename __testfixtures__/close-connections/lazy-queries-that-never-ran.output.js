const knex = require('knex');
const { PrismaClient } = require('@prisma/client');

exports.handler = async (event) => {
  const database = knex({ client: 'pg' });
  try {
    database('visits').insert({ id: event.id });
    database.raw('VACUUM orders');
    return await database('orders').where({ id: event.id });
  } finally {
    await database.destroy();
  }
};

exports.order = async ({ id }) => {
  const prisma = new PrismaClient();
  try {
    prisma.visit.create({ data: { id } });
    await prisma.visit.count().then((count) => console.log(count));
    return await prisma.order.findUnique({ where: { id } });
  } finally {
    await prisma.$disconnect();
  }
};
