const { writeFile } = require('fs').promises;

exports.handler = async (event) => {
  event.items.map(async (item) => {
    await writeFile(`/tmp/${item.id}`, item.text);
  });
};
