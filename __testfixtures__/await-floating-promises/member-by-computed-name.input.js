const { writeFile } = require('fs').promises;

async function save(file, text) {
  await writeFile(file, text);
}

const routes = {
  create: (event) => {
    save('/tmp/created', event.text);
  },
  update: (event) => {
    save('/tmp/updated', event.text);
  },
};

exports.handler = async (event) => {
  routes.update(event);
  routes[event.action](event);
};
