const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();
const sns = new AWS.SNS();

exports.handler = (event, context, callback) => {
  table.scan({ TableName: 'things' }, (err, data) => {
    if (err) {
      callback(err);
    } else {
      const total = data.Items.length;
      let sent = 0;
      data.Items.forEach((item) => {
        sns.publish({ Message: event.topic, Subject: item.id }, (err) => {
          if (err) {
            console.error(err.code);
            return callback('not told');
          }
          table.delete(
            {
              TableName: 'things',
              Key: { id: event.second },
            },
            (err) => {
              if (err) {
                console.log('still there', item.id);
              }
              sent += 1;
              if (sent >= total) {
                callback(null, { sent: total });
              }
            },
          );
        });
      });
    }
  });
};
