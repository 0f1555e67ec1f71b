const { Sequelize } = require('sequelize');

const sequelize = new Sequelize(process.env.URL);

exports.handler = async (event) => {
  const transaction = await sequelize.transaction();
  if (!event.id) return 'no id';
  await sequelize.query('UPDATE stock SET n = n - 1 WHERE id = ?', { replacements: [event.id], transaction });
  await transaction.commit();
  return 'done';
};
