const fastify = require('fastify');

exports.build = async (plugin) => {
  const app = fastify();
  app.register(plugin);
  app.get('/', async (request, reply) => {
    reply.send('ok');
  });
  return app;
};
