// Answers like knex, without a server: an order `FAIL` can't be inserted.
const { appendFileSync } = require('fs');

const count = (mark) => {
  if (process.env.OPENED_AND_CLOSED) appendFileSync(process.env.OPENED_AND_CLOSED, mark);
};

function createTransaction() {
  let isCompleted = false;
  const complete = async () => {
    if (!isCompleted) count('-');
    isCompleted = true;
  };
  count('+');
  const transaction = (table) => ({
    insert: async (row) => {
      if (row.id === 'FAIL') throw new Error(`${table}: syntax error`);
      return [row.id];
    },
  });
  return Object.assign(transaction, { isCompleted: () => isCompleted, commit: complete, rollback: complete });
}

module.exports = () => ({ transaction: async () => createTransaction() });
