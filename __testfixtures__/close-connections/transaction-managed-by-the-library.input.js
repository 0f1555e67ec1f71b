const { Sequelize } = require('sequelize');

const sequelize = new Sequelize(process.env.URL);

exports.handler = (event) =>
  sequelize.transaction(async (transaction) => {
    await sequelize.query('UPDATE stock SET n = 0 WHERE id = ?', { replacements: [event.id], transaction });
  });
